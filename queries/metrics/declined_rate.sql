-- id: declined_rate
-- position: 10
-- title_zh: 不予处理率
-- title_en: Declined rate
-- unit: rate
-- formula: declined / closed_total
-- above: 3/declined_*/total
-- below: 3/closed_total/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share that was not handled, such as petitions and repeated requests.
SELECT
    report_id,
    declined AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

-- id: withheld_rate
-- position: 8
-- title_zh: 不予公开率
-- title_en: Withheld rate
-- unit: rate
-- formula: withheld / closed_total
-- above: 3/withheld*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share refused for one of the eight lawful reasons.
SELECT
    report_id,
    withheld AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

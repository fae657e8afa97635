-- id: closed
-- position: 3
-- title_zh: 办结
-- title_en: Closed
-- unit: count
-- formula: closed_total
-- above: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How many requests were ended this year.
SELECT
    report_id,
    closed AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

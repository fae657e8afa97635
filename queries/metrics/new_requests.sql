-- id: new_requests
-- position: 1
-- title_zh: 新收申请
-- title_en: New requests
-- unit: count
-- formula: new_requests
-- above: 3/new_requests/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How much was asked this year.
SELECT
    report_id,
    new_requests AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

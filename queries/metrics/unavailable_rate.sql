-- id: unavailable_rate
-- position: 9
-- title_zh: 无法提供率
-- title_en: Unavailable rate
-- unit: rate
-- formula: unavailable / closed_total
-- above: 3/unavailable*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share that could not be supplied.
SELECT
    report_id,
    unavailable AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

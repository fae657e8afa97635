-- id: carried_out
-- position: 4
-- title_zh: 结转
-- title_en: Carried over
-- unit: count
-- formula: carried_out
-- above: 3/carried_out/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How many requests wait for next year.
SELECT
    report_id,
    carried_out AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

-- id: closure_rate
-- position: 12
-- title_zh: 办结率
-- title_en: Closure rate
-- unit: rate
-- formula: closed_total / (new_requests + carried_in)
-- above: 3/closed_total/total
-- below: 3/new_requests/total + 3/carried_in/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How much of the work of the year was done within it.
SELECT
    report_id,
    closed AS numerator,
    new_requests + carried_in AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

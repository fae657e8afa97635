-- id: workload
-- position: 2
-- title_zh: 受理总量
-- title_en: Workload
-- unit: count
-- formula: new_requests + carried_in
-- above: 3/new_requests/total + 3/carried_in/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: What there was to answer this year, new or carried in.
SELECT
    report_id,
    new_requests + carried_in AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

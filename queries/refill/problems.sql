-- id: problems
-- params: agencies
-- why: Their problems.
SELECT
    problems.report_id AS key,
    problems.position,
    problems.code,
    problems.found,
    problems.expected,
    problems.locator,
    problems.suggestion
FROM problems
JOIN reports ON reports.report_id = problems.report_id
WHERE reports.is_current AND list_contains($agencies, reports.agency_id)

-- id: evidence
-- params: agencies
-- why: Their evidence.
SELECT
    evidence.report_id AS key,
    evidence.position,
    evidence.field,
    evidence.value,
    evidence.source,
    evidence.quote
FROM evidence
JOIN reports ON reports.report_id = evidence.report_id
WHERE reports.is_current AND list_contains($agencies, reports.agency_id)

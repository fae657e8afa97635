-- id: sections
-- params: agencies
-- why: Their sections.
SELECT
    sections.report_id AS key,
    sections.position,
    sections.section_code,
    sections.heading,
    sections.body
FROM sections
JOIN reports ON reports.report_id = sections.report_id
WHERE reports.is_current AND list_contains($agencies, reports.agency_id)

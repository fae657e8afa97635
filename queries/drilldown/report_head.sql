-- id: report_head
-- title_zh: 单份年报
-- title_en: One report
-- unit: none
-- grain: one row
-- params: report_id
-- why: Whose report of which year this is, from which file, and whether it counts.
SELECT reports.*, agencies.is_demo
FROM reports
LEFT JOIN agencies ON agencies.agency_id = reports.agency_id
WHERE reports.report_id = $report_id

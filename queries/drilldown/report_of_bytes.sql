-- id: report_of_bytes
-- title_zh: 同一文件的年报
-- title_en: The report held of these bytes
-- unit: none
-- grain: one row a report
-- params: sha256
-- why: Whether a file is already held, and as whose report of which year.
SELECT reports.report_id, reports.agency_id, reports.year, reports.revision, reports.is_current, reports.path, agencies.is_demo
FROM reports
LEFT JOIN agencies ON agencies.agency_id = reports.agency_id
WHERE reports.sha256 = $sha256

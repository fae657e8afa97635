-- id: zero_or_unreported
-- position: 5
-- title_zh: 没有申请的年报：填 0、空格还是横线
-- title_en: Reports without requests: zero, blank or a dash
-- why: Zero and not reported are different; status says which it is.
SELECT agency.name, report.year, cell.status, cell.raw, cell.value
FROM dataset_cells AS cell
JOIN dataset_reports AS report ON report.report_id = cell.report_id
JOIN dataset_agencies AS agency ON agency.agency_id = report.agency_id
WHERE cell.table_code = '3'
    AND cell.row_code = 'new_requests'
    AND cell.column_code = 'total'
    AND (cell.value = 0 OR cell.value IS NULL)
ORDER BY report.year DESC, agency.name

-- id: report_changes
-- title_zh: 与上一版的差异
-- title_en: What changed since the last revision
-- why: Cell by cell what a revision of a report says otherwise than the revision before it; see derive/changed_cells.sql. In the official order.
-- unit: value
-- grain: cell
-- params: report_id
SELECT changed.*
FROM changed_cells AS changed
JOIN reports ON reports.report_id = changed.report_id
LEFT JOIN form_cells
    ON form_cells.form = reports.form AND form_cells.table_code = changed.table_code
    AND form_cells.row_code = changed.row_code AND form_cells.column_code = changed.column_code
WHERE changed.report_id = $report_id
ORDER BY form_cells.position NULLS LAST, changed.table_code, changed.row_code, changed.column_code

-- id: report_changes
-- title_zh: 与上一版的差异
-- title_en: What changed since the last revision
-- why: Cell by cell what a revision of a report says otherwise than the revision before it; see derive/changed_cells.sql. In the official order, each cell with its address in either version that has it.
-- unit: value
-- grain: cell
-- params: report_id
SELECT
    changed.*,
    concat_ws('/', changed.table_code, changed.row_code, changed.column_code) AS cell,
    CASE WHEN changed.old_status <> 'absent'
        THEN number_of(cell, steps.year, 'report:' || steps.last_id) END AS old_number,
    CASE WHEN changed.new_status <> 'absent'
        THEN number_of(cell, steps.year, 'report:' || steps.report_id) END AS new_number
FROM changed_cells AS changed
JOIN revision_steps AS steps ON steps.report_id = changed.report_id
LEFT JOIN form_cells
    ON form_cells.form = steps.form AND form_cells.table_code = changed.table_code
    AND form_cells.row_code = changed.row_code AND form_cells.column_code = changed.column_code
WHERE changed.report_id = $report_id
ORDER BY form_cells.position NULLS LAST, changed.table_code, changed.row_code, changed.column_code

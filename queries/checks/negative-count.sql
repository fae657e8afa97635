-- id: negative-count
-- severity: E
-- title_zh: 件数为负
-- title_en: A negative count
-- message_zh: 件数填报 {found}，不应小于 0
-- message_en: the count says {found} and cannot be below 0
-- unit: count
-- grain: one row a cell
-- params:
-- why: Counts are not negative; only 本年增/减 of form 2019 may be.
SELECT
    cells.report_id,
    cells.table_code,
    cells.row_code,
    cells.column_code,
    cells.value AS found,
    NULL AS expected
FROM cells
JOIN reports ON reports.report_id = cells.report_id
JOIN form_cells
    ON form_cells.form = reports.form AND form_cells.table_code = cells.table_code
    AND form_cells.row_code = cells.row_code AND form_cells.column_code = cells.column_code
WHERE form_cells.kind <> 'change' AND cells.value < 0

-- id: missing-row
-- severity: E
-- title_zh: 缺少行
-- title_en: A row is missing
-- message_zh: 该行应有 {expected} 格，只有 {found} 格
-- message_en: the row has {expected} cells on the form and {found} in the report
-- unit: count of cells
-- grain: one row a row of a table that is there
-- params:
-- why: Every row of the form is in the report, except where another row of the form stands for it.
WITH rows_found AS (
    SELECT
        cells.report_id,
        cells.table_code,
        cells.row_code,
        count(*) FILTER (WHERE cells.status <> 'absent') AS found,
        count(*) AS expected,
        any_value(form_cells.replaced_by) AS replaced_by,
        bool_and(form_cells.is_required) AS is_required
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    JOIN form_cells
        ON form_cells.form = reports.form AND form_cells.table_code = cells.table_code
        AND form_cells.row_code = cells.row_code AND form_cells.column_code = cells.column_code
    GROUP BY cells.report_id, cells.table_code, cells.row_code
), tables_found AS (
    SELECT *, sum(found) OVER (PARTITION BY report_id, table_code) AS found_in_table
    FROM rows_found
)
SELECT report_id, table_code, row_code, '' AS column_code, found, expected
FROM tables_found
WHERE is_required AND found < expected AND found_in_table > 0
    AND NOT EXISTS (
        SELECT 1 FROM rows_found AS stand_in
        WHERE stand_in.report_id = tables_found.report_id
            AND stand_in.table_code = tables_found.table_code
            AND stand_in.row_code = tables_found.replaced_by
    )

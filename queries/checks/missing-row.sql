-- id: missing-row
-- severity: E
-- title_zh: 缺少行
-- title_en: A row is missing
-- message_zh: 该行应有 {expected} 格，只有 {found} 格
-- message_en: the row has {expected} cells on the form and {found} in the report
-- ask_zh: 请补充该行，没有发生的填 0
-- ask_en: Please supply the row, with 0 where nothing happened
-- checks_zh: 格式规定的每一行都应在表中，另有行替代的除外。
-- checks_en: Every row of the form is in the report, except where another row stands for it.
-- unit: count of cells
-- grain: one row a missing row, or a table that has all its rows
-- params:
-- why: Every row of the form is in the report, except where another row of the form stands for it.
WITH rows_found AS (
    SELECT
        report_id,
        table_code,
        row_code,
        count(*) FILTER (WHERE status <> 'absent') AS found,
        count(*) AS expected,
        any_value(replaced_by) AS replaced_by,
        bool_and(is_required) AS is_required
    FROM cells_on_form
    GROUP BY report_id, table_code, row_code
), tables_found AS (
    SELECT *, sum(found) OVER (PARTITION BY report_id, table_code) AS found_in_table
    FROM rows_found
), missing AS (
    SELECT
        tables_found.*,
        tables_found.found < tables_found.expected AND stand_in.report_id IS NULL AS is_missing
    FROM tables_found
    LEFT JOIN rows_found AS stand_in
        ON stand_in.report_id = tables_found.report_id
        AND stand_in.table_code = tables_found.table_code
        AND stand_in.row_code = tables_found.replaced_by
    WHERE tables_found.is_required
)
SELECT report_id, table_code, row_code, '' AS column_code, found, expected, 'fail' AS state
FROM missing
WHERE is_missing AND found_in_table > 0
UNION ALL
SELECT
    report_id,
    table_code,
    '' AS row_code,
    '' AS column_code,
    NULL AS found,
    NULL AS expected,
    CASE WHEN any_value(found_in_table) = 0 THEN 'not-assessable' ELSE 'pass' END AS state
FROM missing
GROUP BY report_id, table_code
HAVING any_value(found_in_table) = 0 OR NOT bool_or(is_missing)

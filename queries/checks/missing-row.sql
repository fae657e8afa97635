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
WITH tables_found AS (
    SELECT
        report_id,
        table_code,
        count(*) FILTER (WHERE status <> 'absent') AS found_in_table,
        bool_or(is_required) AS is_required
    FROM cells_on_form
    GROUP BY report_id, table_code
), incomplete AS (
    SELECT
        report_id,
        table_code,
        row_code,
        count(*) FILTER (WHERE status <> 'absent') AS found,
        count(*) AS expected,
        any_value(replaced_by) AS replaced_by
    FROM cells_on_form
    WHERE EXISTS (
        SELECT 1 FROM cells AS gap
        WHERE gap.status = 'absent' AND gap.report_id = cells_on_form.report_id
            AND gap.table_code = cells_on_form.table_code AND gap.row_code = cells_on_form.row_code
    )
    GROUP BY report_id, table_code, row_code
    HAVING bool_and(is_required)
), missing AS (
    SELECT incomplete.*, tables_found.found_in_table
    FROM incomplete
    JOIN tables_found
        ON tables_found.report_id = incomplete.report_id AND tables_found.table_code = incomplete.table_code
    WHERE NOT EXISTS (
        SELECT 1 FROM cells_on_form AS stand_in
        WHERE stand_in.report_id = incomplete.report_id AND stand_in.table_code = incomplete.table_code
            AND stand_in.row_code = incomplete.replaced_by
    )
)
SELECT report_id, table_code, row_code, '' AS column_code, found, expected, 'fail' AS state
FROM missing
WHERE found_in_table > 0
UNION ALL
SELECT
    report_id,
    table_code,
    '' AS row_code,
    '' AS column_code,
    NULL AS found,
    NULL AS expected,
    CASE WHEN found_in_table = 0 THEN 'not-assessable' ELSE 'pass' END AS state
FROM tables_found
WHERE is_required
    AND (
        found_in_table = 0
        OR NOT EXISTS (
            SELECT 1 FROM missing
            WHERE missing.report_id = tables_found.report_id AND missing.table_code = tables_found.table_code
        )
    )

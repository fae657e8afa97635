-- id: t3-closed-sum
-- severity: E
-- title_zh: 表三办理结果合计不符
-- title_en: Table 3: the outcomes do not add up
-- message_zh: 办理结果总计填报 {found}，各项结果相加为 {expected}
-- message_en: the total of outcomes says {found}, the outcomes add up to {expected}
-- ask_zh: 请核对各项办理结果与总计，以哪个为准
-- ask_en: Which is right, the outcomes or their total?
-- checks_zh: 办理结果总计等于各项结果之和，逐列判断。空白按零计并注明；有未报或无法辨认的不判断。
-- checks_en: The total of outcomes is their sum, in every column. Blanks count as zero, which is said; not judged where an outcome is absent or unreadable.
-- unit: count
-- grain: one row a column of table 3, judged at closed_total
-- params:
-- why: closed_total is the sum of all outcome rows, in every column. Blank outcomes count as zero; a column with an absent or unreadable outcome is not judged.
WITH stand_ins AS (
    SELECT report_id, row_code, column_code
    FROM cells
    WHERE table_code = '3' AND row_code IN (SELECT replaced_by FROM form_cells)
), outcomes AS (
    SELECT
        cell_values.report_id,
        cell_values.column_code,
        form_cells.row_code = 'closed_total' AS is_sum,
        cell_values.value,
        cell_values.status
    FROM cell_values
    JOIN reports ON reports.report_id = cell_values.report_id
    JOIN form_cells
        ON form_cells.form = reports.form AND form_cells.table_code = cell_values.table_code
        AND form_cells.row_code = cell_values.row_code
        AND form_cells.column_code = cell_values.column_code
    LEFT JOIN stand_ins AS stand_in
        ON stand_in.report_id = cell_values.report_id
        AND stand_in.row_code = form_cells.replaced_by
        AND stand_in.column_code = cell_values.column_code
    WHERE form_cells.table_code = '3'
        AND form_cells.row_code NOT IN ('new_requests', 'carried_in', 'carried_out')
        AND NOT (cell_values.status = 'absent' AND stand_in.report_id IS NOT NULL)
)
SELECT
    report_id,
    '3' AS table_code,
    'closed_total' AS row_code,
    column_code,
    max(value) FILTER (WHERE is_sum) AS found,
    coalesce(sum(value) FILTER (WHERE NOT is_sum), 0) AS expected,
    sum_state(
        bool_and(status NOT IN ('absent', 'unreadable')),
        bool_or(value IS NULL AND NOT is_sum),
        found,
        expected
    ) AS state
FROM outcomes
GROUP BY report_id, column_code

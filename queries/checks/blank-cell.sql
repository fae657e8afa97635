-- id: blank-cell
-- severity: W
-- title_zh: 数字格未填
-- title_en: A number cell is not filled in
-- message_zh: 应填数字而未填
-- message_en: a number belongs here and none is given
-- ask_zh: 请确认未填的单元格是否为 0
-- ask_en: Do the cells left blank mean 0?
-- checks_zh: 表中应填数字的格为空、短横或“无”：无法区分是零还是漏填。
-- checks_en: A cell for a number is empty, a dash or 无: nobody can tell zero from forgotten.
-- unit: as the cell
-- grain: one row a blank cell, or a table without any
-- params:
-- why: Empty, a dash or 无 where the form asks for a number: nobody can tell zero from forgotten.
SELECT report_id, table_code, row_code, column_code, 'fail' AS state
FROM cells
WHERE status IN ('blank', 'dash', 'words')
UNION ALL
SELECT
    report_id,
    table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN bool_and(status <> 'number') THEN 'not-assessable' ELSE 'pass' END AS state
FROM cells
GROUP BY report_id, table_code
HAVING bool_and(status NOT IN ('blank', 'dash', 'words'))

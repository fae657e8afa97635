-- id: blank-cell
-- severity: W
-- title_zh: 数字格未填
-- title_en: A number cell is not filled in
-- message_zh: 应填数字而未填
-- message_en: a number belongs here and none is given
-- unit: as the cell
-- grain: one row a cell
-- params:
-- why: Empty, a dash or 无 where the form asks for a number: nobody can tell zero from forgotten.
SELECT report_id, table_code, row_code, column_code, NULL AS found, NULL AS expected
FROM cells
WHERE status IN ('blank', 'dash', 'words')

-- id: missing-table
-- severity: E
-- title_zh: 缺少表格
-- title_en: A table is missing
-- message_zh: 应有 {expected} 格，一格也没有
-- message_en: {expected} cells belong here and there is none
-- unit: count of cells
-- grain: one row a table
-- params:
-- why: A report has all three tables, zeros included.
SELECT
    cells.report_id,
    cells.table_code,
    '' AS row_code,
    '' AS column_code,
    0 AS found,
    count(*) AS expected
FROM cells
GROUP BY cells.report_id, cells.table_code
HAVING bool_and(status = 'absent')

-- id: missing-table
-- severity: E
-- title_zh: 缺少表格
-- title_en: A table is missing
-- message_zh: 应有 {expected} 格，一格也没有
-- message_en: {expected} cells belong here and there is none
-- ask_zh: 请补充该表，没有发生的填 0
-- ask_en: Please supply the table, with 0 where nothing happened
-- checks_zh: 年报应有三张表，没有发生的填零。
-- checks_en: A report has all three tables, zeros included.
-- unit: count of cells
-- grain: one row a table
-- params:
-- why: A report has all three tables, zeros included.
WITH counted AS (
    SELECT
        report_id,
        table_code,
        count(*) FILTER (WHERE status <> 'absent') AS found,
        count(*) AS expected
    FROM cells
    GROUP BY report_id, table_code
)
SELECT
    report_id,
    table_code,
    '' AS row_code,
    '' AS column_code,
    found,
    expected,
    CASE WHEN found = 0 THEN 'fail' ELSE 'pass' END AS state
FROM counted

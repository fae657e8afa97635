-- id: duplicate-row
-- severity: E
-- title_zh: 同一行重复填报
-- title_en: A row is given twice
-- message_zh: 同一项目出现两次，所填数据不同，采用先出现的一次
-- message_en: the same item stands twice with different values; the first is kept
-- ask_zh: 请确认哪一行正确，删去重复的行
-- ask_en: Which of the two rows is right?
-- checks_zh: 同一行在年报中出现两次且数据不同。
-- checks_en: Where the form has one row the report has two that differ.
-- unit: none
-- grain: one row a row given twice, or a report without any
-- params:
-- why: Where the form has one row the report has two that differ (problem duplicate-cell of the extraction).
WITH doubled AS (
    SELECT
        report_id,
        split_part(expected, ', ', 1) AS table_code,
        split_part(expected, ', ', 2) AS row_code
    FROM problems
    WHERE code = 'duplicate-cell'
)
SELECT DISTINCT doubled.report_id, table_code, row_code, '' AS column_code, 'fail' AS state
FROM doubled
JOIN reports ON reports.report_id = doubled.report_id AND reports.form IN ('2019', '2021')
UNION ALL
SELECT report_id, '' AS table_code, '' AS row_code, '' AS column_code, 'pass' AS state
FROM reports
WHERE form IN ('2019', '2021') AND report_id NOT IN (SELECT report_id FROM doubled)

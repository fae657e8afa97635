-- id: applicants-empty
-- severity: W
-- title_zh: 只填总计，未填各类申请人
-- title_en: Only the total is given, no applicants
-- message_zh: 总计填报 {found}，各类申请人均未填写
-- message_en: the total says {found}, none of the applicants is given
-- ask_zh: 请补充该行各类申请人的数量
-- ask_en: Please supply the applicants of this row
-- checks_zh: 填了总计，就应当填写六类申请人；全部空白则不知是谁申请的。
-- checks_en: A total needs its applicants; where all six are blank nobody knows who asked.
-- unit: count
-- grain: one row a row of table 3 whose total is above zero, or a report without one
-- params:
-- why: A total needs its applicants: where all six are left blank nobody knows who asked.
WITH rows_of AS (
    SELECT
        report_id,
        row_code,
        bool_and(status IN ('blank', 'dash', 'words')) FILTER (WHERE column_code <> 'total') AS is_empty,
        max(value) FILTER (WHERE column_code = 'total') AS total
    FROM cells
    WHERE table_code = '3'
    GROUP BY report_id, row_code
)
SELECT report_id, '3' AS table_code, row_code, '' AS column_code, 'fail' AS state, total AS found
FROM rows_of
WHERE is_empty AND total > 0
UNION ALL
SELECT
    report_id,
    '3' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN count(total) = 0 THEN 'not-assessable' ELSE 'pass' END AS state,
    NULL AS found
FROM rows_of
GROUP BY report_id
HAVING NOT bool_or(coalesce(is_empty AND total > 0, FALSE))

-- id: non-integer
-- severity: E
-- title_zh: 件数不是整数
-- title_en: A count is not a whole number
-- message_zh: 件数填报 {found}，应为整数
-- message_en: the count says {found} and must be a whole number
-- ask_zh: 请核实件数，金额不应填入件数栏
-- ask_en: Please check the count; an amount does not belong here
-- checks_zh: 文件、决定、申请、案件按件计，应为整数；金额和“本年增/减”除外。
-- checks_en: Documents, decisions, requests and cases are whole numbers; amounts of money and changes need not be.
-- unit: count
-- grain: one row a cell that is not whole, or a table without any
-- params:
-- why: Documents, decisions, requests and cases are counted; only amounts of money and 本年增/减 are not. The cells are looked through twice, which costs less than keeping them all.
WITH counts AS NOT MATERIALIZED (
    SELECT *, coalesce(value <> trunc(value), FALSE) AS is_broken
    FROM cells_on_form
    WHERE form IN ('2019', '2021') AND kind = 'count'
)
SELECT report_id, table_code, row_code, column_code, 'fail' AS state, value AS found
FROM counts
WHERE is_broken
UNION ALL
SELECT
    report_id,
    table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN count(value) = 0 THEN 'not-assessable' ELSE 'pass' END AS state,
    NULL AS found
FROM counts
GROUP BY report_id, table_code
HAVING NOT bool_or(is_broken)

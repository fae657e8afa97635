-- id: negative-count
-- severity: E
-- title_zh: 件数为负
-- title_en: A negative count
-- message_zh: 件数填报 {found}，不应小于 0
-- message_en: the count says {found} and cannot be below 0
-- ask_zh: 请核实件数，增减数不应填入件数栏
-- ask_en: Please check the count; a change does not belong here
-- checks_zh: 件数不应为负；只有2019年格式的“本年增/减”可以为负。
-- checks_en: Counts are not negative; only the column of change on form 2019 may be.
-- unit: count
-- grain: one row a negative cell, or a table without any
-- params:
-- why: Counts are not negative; only 本年增/减 of form 2019 may be. The cells are looked through twice, which costs less than keeping them all.
WITH counts AS NOT MATERIALIZED (
    SELECT *, coalesce(value < 0, FALSE) AS is_negative
    FROM cells_on_form
    WHERE kind <> 'change'
)
SELECT report_id, table_code, row_code, column_code, 'fail' AS state, value AS found
FROM counts
WHERE is_negative
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
HAVING NOT bool_or(is_negative)

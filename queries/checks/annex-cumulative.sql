-- id: annex-cumulative
-- severity: W
-- title_zh: 统计表历年累计小于本年数
-- title_en: Annex: the cumulative figure is below the year's
-- message_zh: 历年累计填报 {found}，不应小于本年的 {expected}
-- message_en: the cumulative figure says {found} and cannot be below the year's {expected}
-- ask_zh: 请核对历年累计数
-- ask_en: Please check the cumulative figure
-- checks_zh: 2019年以前统计表的历年累计包含本年数，不应小于本年数。
-- checks_en: Annex before 2019: what has come together over the years includes this year.
-- unit: as the indicator
-- grain: one row an indicator of an annex, at its cumulative figure
-- params:
-- why: What has come together over the years includes this year.
SELECT
    total.report_id,
    total.table_code,
    total.row_code,
    total.column_code,
    total.value AS found,
    own.value AS expected,
    CASE
        WHEN total.value IS NULL OR own.value IS NULL THEN 'not-assessable'
        WHEN total.value < own.value THEN 'fail'
        ELSE 'pass'
    END AS state
FROM cells AS total
JOIN cells AS own
    ON own.report_id = total.report_id AND own.table_code = total.table_code
    AND own.row_code = total.row_code AND own.column_code = 'year' AND own.unit = total.unit
WHERE total.table_code = 'annex' AND total.column_code = 'cumulative'

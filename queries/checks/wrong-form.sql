-- id: wrong-form
-- severity: E
-- title_zh: 表格格式与年度不符
-- title_en: The tables are not those of the form for the year
-- message_zh: 所用格式或该行不属于该年度应使用的格式
-- message_en: the form, or this row, is not of the form for that year
-- ask_zh: 请按该年度规定的格式填报（2019、2020 年：国办公开办函〔2019〕60号；2021 年起：国办公开办函〔2021〕30号）
-- ask_en: Please report on the form for the year (2019 and 2020: circular 60 of 2019; since 2021: circular 30 of 2021)
-- checks_zh: 2019、2020年度用2019年格式，2021年度起用2021年格式（“其他处理”由一行改为三行）。
-- checks_en: Reports for 2019 and 2020 use the form of 2019, those since 2021 that of 2021, which has three rows for other handling instead of one.
-- unit: none
-- grain: one row a report, and one for the single row 其他处理 on the form of 2021
-- params:
-- why: Reports for 2019 and 2020 use the form of 2019, those since 2021 that of 2021; the older form has one row for 其他处理 where the newer has three.
SELECT
    report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE
        WHEN year IS NULL THEN 'not-assessable'
        WHEN form <> CASE WHEN year >= 2021 THEN '2021' ELSE '2019' END THEN 'fail'
        ELSE 'pass'
    END AS state
FROM reports
WHERE form IN ('2019', '2021') AND coalesce(year, 2019) >= 2019
UNION ALL
SELECT DISTINCT cells.report_id, '3' AS table_code, 'other' AS row_code, '' AS column_code, 'fail' AS state
FROM cells
JOIN reports ON reports.report_id = cells.report_id AND reports.form = '2021'
WHERE cells.table_code = '3' AND cells.row_code = 'other' AND cells.status <> 'absent'

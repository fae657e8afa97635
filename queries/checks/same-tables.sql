-- id: same-tables
-- severity: W
-- title_zh: 各表与另一份年报完全相同
-- title_en: All tables are those of another report
-- message_zh: 各表数字与另一份年报完全相同
-- message_en: every number of its tables is that of another report
-- ask_zh: 请确认是否误用其他单位或其他年度的数据
-- ask_en: Were another agency's or year's numbers used by mistake?
-- checks_zh: 两个机关、或同一机关两个年度的表格数字完全相同；数字很少的年报不判断。
-- checks_en: Two agencies, or two years of one, do not have all numbers in common; nearly empty reports are not judged.
-- unit: none
-- grain: one row a current report with at least six different numbers in its tables
-- params:
-- why: Two agencies, or two years of one, do not have all numbers in common unless there are few of them; nearly empty reports have no row. The sum of hashes stands for all numbers, so that no report's cells need be held together. quote names the other report.
WITH numbers AS (
    SELECT
        reports.report_id,
        reports.form,
        reports.title,
        sum(hash(table_code, row_code, column_code, value)) AS numbers
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    WHERE reports.is_current AND reports.form IN ('2019', '2021') AND cells.value <> 0
    GROUP BY ALL
    HAVING count(DISTINCT cells.value) >= 6
), alike AS (
    SELECT
        report_id,
        count(*) OVER same AS reports,
        first_value(report_id) OVER same AS first_id,
        first_value(title) OVER same AS first_title,
        last_value(title) OVER same AS last_title
    FROM numbers
    WINDOW same AS (
        PARTITION BY form, numbers ORDER BY report_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    )
)
SELECT
    report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN reports > 1 THEN 'fail' ELSE 'pass' END AS state,
    CASE WHEN reports > 1 AND report_id = first_id THEN last_title WHEN reports > 1 THEN first_title END AS quote
FROM alike

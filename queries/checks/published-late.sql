-- id: published-late
-- severity: W
-- title_zh: 逾期公布
-- title_en: Published late
-- message_zh: 比规定期限晚 {found} 天公布
-- message_en: published {found} days after it was due
-- ask_zh: 请说明逾期公布的原因
-- ask_en: Why was the report published late?
-- checks_zh: 部门应在1月31日前、本级政府应在3月31日前公布上年年报。没有公布日期的不判断。
-- checks_en: Departments publish by 31 January, governments by 31 March. Not judged without a date of publication.
-- unit: days
-- grain: one row a current report
-- params:
-- why: Departments publish by 31 January, governments by 31 March; see derive/due_on.sql. The first version counts: derive/first_publications.sql. Without a date of publication nothing can be said.
SELECT
    reports.report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN first.published_on > due_on(first.year, is_consolidated)
        THEN date_diff('day', due_on(first.year, is_consolidated), first.published_on) END AS found,
    CASE
        WHEN first.published_on IS NULL THEN 'not-assessable'
        WHEN first.published_on > due_on(first.year, is_consolidated) THEN 'fail'
        ELSE 'pass'
    END AS state
FROM reports
JOIN agencies ON agencies.agency_id = reports.agency_id
JOIN first_publications AS first
    ON first.agency_id = reports.agency_id AND first.year = reports.year
WHERE reports.is_current

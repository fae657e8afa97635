-- id: period-mismatch
-- severity: E
-- title_zh: 年度说法不一致
-- title_en: The report disagrees on its year
-- message_zh: 标题、统计期限与文件名所说的年度不一致
-- message_en: title, reporting period and file name do not name the same year
-- ask_zh: 请核实报告年度，更正标题或统计期限
-- ask_en: Which year is right? Please correct title or period
-- checks_zh: 标题、统计期限、文件名和清单所说的年度应当一致；文件名中可以是公布年度。
-- checks_en: Title, period, file name and manifest name one report year; a file name may also bear the year of publication.
-- unit: none
-- grain: one row a report
-- params:
-- why: Title, 统计期限, file name and manifest name one report year; a file name may also bear the year of publication, and without a date the year after is uncertain.
WITH said AS (
    SELECT
        reports.report_id,
        reports.year,
        reports.published_on,
        evidence.source,
        evidence.position,
        evidence.quote,
        evidence.value::INTEGER AS said_year
    FROM reports
    LEFT JOIN evidence
        ON evidence.report_id = reports.report_id AND evidence.field = 'year'
        AND evidence.source <> 'prose'
    WHERE reports.form IN ('2019', '2021')
), compared AS (
    SELECT
        *,
        CASE
            WHEN said_year IS NULL THEN 'not-assessable'
            WHEN said_year = year THEN 'pass'
            WHEN source = 'file' AND said_year = extract(year FROM published_on) THEN 'pass'
            WHEN source = 'file' AND published_on IS NULL AND said_year = year + 1 THEN 'uncertain'
            ELSE 'fail'
        END AS state
    FROM said
)
SELECT
    report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN year IS NULL THEN 'not-assessable' ELSE state END AS state,
    CASE WHEN state = 'fail' THEN quote END AS quote
FROM compared
QUALIFY row_number() OVER (
    PARTITION BY report_id
    ORDER BY list_position(['fail', 'uncertain', 'not-assessable', 'pass'], compared.state), compared.position
) = 1

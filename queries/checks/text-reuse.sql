-- id: text-reuse
-- severity: W
-- title_zh: 正文与上年或另一单位的年报雷同
-- title_en: The text is last year's or another agency's
-- message_zh: 计入比对的正文有 {found}% 与另一份年报逐字相同
-- message_en: {found} % of its own text stands word for word in another report
-- ask_zh: 请说明正文为何与该年报雷同，并按本单位本年度实际情况重新撰写
-- ask_en: Why is the text that of the other report? Please tell this agency's own year
-- checks_zh: 计入比对的正文有五分之四以上与本机关上年年报或其他机关同年年报逐字相同。短句、套话和多数机关共有的句子不计；计入的文字不足200字的不判断。
-- checks_en: Four fifths of the counted text stand word for word in last year's report or in another agency's of the year. Short clauses, formulas and clauses common to many do not count; not judged below 200 counted characters.
-- unit: percent
-- grain: one row a report on a uniform form
-- params:
-- why: Four fifths of a report's counted text, by characters (derive/is_near_text.sql), in last year's report or in another agency's of the same year. Short clauses, formulas and clauses common among agencies do not count (derive/clauses.sql, derive/common_clauses.sql). With too little counted text (derive/is_enough_text.sql), without any in the section on problems (a text cut down to its figures), or with no report to compare it with, nothing can be said. quote names the other report.
WITH texts AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        reports.year,
        reports.form,
        agencies.is_demo,
        is_enough_text(sum(counted_letters))
            AND coalesce(sum(counted_letters) FILTER (section_code = 'problems'), 0) > 0 AS is_whole
    FROM reports
    JOIN agencies ON agencies.agency_id = reports.agency_id
    LEFT JOIN text_sizes ON text_sizes.report_id = reports.report_id
    WHERE reports.is_current
    GROUP BY ALL
), comparable AS (
    SELECT *, (
        count(*) OVER (PARTITION BY is_demo, year) > 1
        OR lag(year) OVER (PARTITION BY agency_id ORDER BY year) = year - 1
    ) AS has_another
    FROM texts
    WHERE is_whole
), nearest AS (
    SELECT
        this.report_id,
        arg_max(reports.title, share) AS title,
        max(share) AS share
    FROM text_shares
    JOIN comparable AS this ON this.report_id = text_shares.report_id
    JOIN comparable AS other ON other.report_id = text_shares.other_id
    JOIN reports ON reports.report_id = other.report_id
    WHERE (other.agency_id = this.agency_id AND other.year = this.year - 1)
        OR (other.agency_id <> this.agency_id AND other.year = this.year)
    GROUP BY this.report_id
)
SELECT
    texts.report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN is_near_text(nearest.share) THEN round(100 * nearest.share) END AS found,
    CASE
        WHEN NOT coalesce(comparable.has_another, FALSE) THEN 'not-assessable'
        WHEN is_near_text(nearest.share) THEN 'fail'
        ELSE 'pass'
    END AS state,
    CASE WHEN is_near_text(nearest.share) THEN nearest.title END AS quote
FROM texts
LEFT JOIN comparable ON comparable.report_id = texts.report_id
LEFT JOIN nearest ON nearest.report_id = texts.report_id
WHERE texts.form IN ('2019', '2021')

-- id: same-file
-- severity: W
-- title_zh: 同一文件用于不同单位或年度
-- title_en: One file for two agencies or years
-- message_zh: 与另一文件内容完全相同
-- message_en: another file has the very same content
-- ask_zh: 请提供本单位该年度的年报
-- ask_en: Please supply the report of that agency and year
-- checks_zh: 不同机关或不同年度的年报文件内容完全相同。
-- checks_en: The same file cannot be the report of two agencies or of two years.
-- unit: none
-- grain: one row a current report
-- params:
-- why: The same bytes cannot be the report of two agencies or of two years; see schema/file_copies.sql. quote names the other file.
WITH own AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        coalesce(max(evidence.value::INTEGER), any_value(reports.year)) AS named_year
    FROM reports
    LEFT JOIN evidence
        ON evidence.report_id = reports.report_id AND evidence.field = 'year' AND evidence.source = 'file'
    WHERE reports.is_current
    GROUP BY reports.report_id, reports.agency_id
), other AS (
    SELECT own.report_id, min(file_copies.path) AS path
    FROM own
    JOIN file_copies ON file_copies.report_id = own.report_id
    WHERE file_copies.agency_id <> own.agency_id OR file_copies.year <> own.named_year
    GROUP BY own.report_id
)
SELECT
    own.report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN other.path IS NULL THEN 'pass' ELSE 'fail' END AS state,
    regexp_extract(other.path, '[^/\\]*$') AS quote
FROM own
LEFT JOIN other ON other.report_id = own.report_id

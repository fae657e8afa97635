-- id: section-missing
-- severity: W
-- title_zh: 缺少规定的部分
-- title_en: A section is missing
-- message_zh: 未找到该部分
-- message_en: this section was not found
-- ask_zh: 请按规定格式补充该部分
-- ask_en: Please supply the section
-- checks_zh: 年报应有六个部分。完全没有正文的年报不判断。
-- checks_en: A report has six sections. Not judged where there is no text at all.
-- unit: none
-- grain: one row a missing section, or a report
-- params:
-- why: A report has six sections. Where no section has any text the narrative was left out or not found, and nothing can be said.
WITH reports_with AS (
    SELECT report_id, form, bool_or(letters > 0) AS has_prose, count(section_code) AS sections
    FROM prose
    GROUP BY report_id, form
), missing AS (
    SELECT reports_with.report_id, form_sections.section_code
    FROM reports_with
    JOIN form_sections ON form_sections.form = reports_with.form
    WHERE has_prose AND NOT EXISTS (
        SELECT 1 FROM prose
        WHERE prose.report_id = reports_with.report_id
            AND prose.section_code = form_sections.section_code
    )
)
SELECT report_id, '' AS table_code, section_code AS row_code, '' AS column_code, 'fail' AS state
FROM missing
UNION ALL
SELECT
    report_id,
    '' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE WHEN has_prose THEN 'pass' ELSE 'not-assessable' END AS state
FROM reports_with
WHERE NOT EXISTS (SELECT 1 FROM missing WHERE missing.report_id = reports_with.report_id)

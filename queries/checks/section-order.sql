-- id: section-order
-- severity: W
-- title_zh: 各部分顺序不符合规定
-- title_en: The sections are not in their order
-- message_zh: 该部分的位置与规定顺序不符
-- message_en: this section does not stand where the form has it
-- ask_zh: 请按规定顺序排列六个部分
-- ask_en: Please put the six sections in their order
-- checks_zh: 六个部分应按格式规定的顺序排列。
-- checks_en: The six sections stand in the order of the form.
-- unit: none
-- grain: one row a report, at the first section that comes before one it should follow
-- params:
-- why: The six sections stand in the order of the form.
WITH placed AS (
    SELECT
        prose.report_id,
        prose.section_code,
        prose.position,
        form_sections.position > min(form_sections.position) OVER (
            PARTITION BY prose.report_id ORDER BY prose.position
            ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        ) AS is_early,
        letters_of_report > 0 AS has_prose
    FROM prose
    JOIN form_sections
        ON form_sections.form = prose.form AND form_sections.section_code = prose.section_code
)
SELECT
    report_id,
    '' AS table_code,
    CASE WHEN bool_or(is_early) AND bool_or(has_prose)
        THEN arg_min(section_code, position) FILTER (is_early) ELSE '' END AS row_code,
    '' AS column_code,
    CASE
        WHEN NOT bool_or(has_prose) THEN 'not-assessable'
        WHEN bool_or(is_early) THEN 'fail'
        ELSE 'pass'
    END AS state
FROM placed
GROUP BY report_id

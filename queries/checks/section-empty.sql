-- id: section-empty
-- severity: W
-- title_zh: “存在的主要问题及改进情况”没有实质内容
-- title_en: The section on problems says nothing
-- message_zh: 该部分只有 {found} 字
-- message_en: the section has {found} characters
-- ask_zh: 请如实填写存在的主要问题和改进措施
-- ask_en: Please tell the main problems and what is done about them
-- checks_zh: “存在的主要问题及改进情况”不应只写“无”或不足二十字。
-- checks_en: The section on problems and improvements is more than 无 or fewer than twenty characters.
-- unit: characters
-- grain: one row a report with a narrative and this section
-- params:
-- why: Section five tells problems and improvements: 无, or fewer than twenty characters, is a stub.
SELECT
    report_id,
    '' AS table_code,
    section_code AS row_code,
    '' AS column_code,
    letters AS found,
    CASE
        WHEN letters_of_report = 0 THEN 'not-assessable'
        WHEN letters < 20 THEN 'fail'
        ELSE 'pass'
    END AS state
FROM prose
WHERE section_code = 'problems'

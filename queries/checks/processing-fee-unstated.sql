-- id: processing-fee-unstated
-- severity: W
-- title_zh: 未说明信息处理费收取情况
-- title_en: Not said whether an information processing fee was collected
-- message_zh: 该部分未说明是否收取信息处理费
-- message_en: the section does not say whether the fee was collected
-- ask_zh: 请说明本年度收取信息处理费的情况，没有收取的也应说明
-- ask_en: Was an information processing fee collected this year? Please say so if none was
-- checks_zh: 2021年度起，年报应说明本年收取信息处理费的情况，没有收取的也要说明。
-- checks_en: Since 2021 a report says how much information processing fee was collected, or that none was.
-- unit: none
-- grain: one row a report on the form of 2021
-- params:
-- why: Since 2021 section six says how much 信息处理费 was collected, or that none was; said anywhere in the report it counts.
SELECT
    prose.report_id,
    '' AS table_code,
    'other_matters' AS row_code,
    '' AS column_code,
    CASE
        WHEN any_value(letters_of_report) = 0 OR NOT bool_or(prose.section_code = 'other_matters') THEN 'not-assessable'
        WHEN bool_or(contains(sections.body, '处理费')) THEN 'pass'
        ELSE 'fail'
    END AS state
FROM prose
LEFT JOIN sections
    ON sections.report_id = prose.report_id AND sections.section_code = prose.section_code
WHERE prose.form = '2021'
GROUP BY prose.report_id

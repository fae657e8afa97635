-- id: narrative-parts
-- severity: E
-- title_zh: 正文所述公开条数与所列分项不符
-- title_en: The text's items published are not the sum of its own parts
-- message_zh: 正文称 {found}，所列分项相加为 {expected}
-- message_en: the text says {found}, the parts it lists add up to {expected}
-- ask_zh: 请核对公开条数与各分项，以哪个为准
-- ask_en: Which is right, the total or the parts?
-- checks_zh: 正文同一句中给出总数和各分项的，分项相加应等于总数；分项不全的，不应大于总数。
-- checks_en: A sentence that gives a total and all its parts adds up; parts that are not all of them are no more than the total.
-- unit: items
-- grain: one row a total with its parts, in its section
-- params:
-- why: A sentence that gives a total and its parts down to 其他 adds up; parts that are not all of them are no more than the total.
SELECT
    total.report_id,
    '' AS table_code,
    total.section_code AS row_code,
    '' AS column_code,
    total.value AS found,
    parts.value AS expected,
    CASE
        WHEN parts.exactness = 'at_least' AND found >= expected THEN 'pass'
        WHEN found = expected THEN 'pass'
        WHEN total.exactness = 'at_least' AND found <= expected THEN 'pass'
        WHEN total.exactness = 'exact' THEN 'fail'
        WHEN abs(found - expected) < roughness(found) THEN 'pass'
        ELSE 'uncertain'
    END AS state,
    total.sentence AS quote
FROM stated_figures AS total
JOIN stated_figures AS parts
    ON parts.report_id = total.report_id AND parts.figure = 'items_parts'
    AND parts.section_code = total.section_code AND parts.sentence = total.sentence
JOIN reports ON reports.report_id = total.report_id AND reports.form IN ('2019', '2021')
WHERE total.figure = 'items_published'
QUALIFY row_number() OVER (PARTITION BY total.report_id, total.section_code ORDER BY state, total.position) = 1

-- id: items_published
-- position: 27
-- title_zh: 主动公开信息条数
-- title_en: Items published
-- unit: items
-- formula: stated in the narrative: items_published; before 2019 in the annex
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: pieces of information published in the year, as the narrative says or, before 2019, the annex. Exact and approximate figures count, a lower bound does not; a report that states two different totals has no value.
SELECT
    report_id,
    value AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM items_published
WHERE numerator IS NOT NULL

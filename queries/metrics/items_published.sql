-- id: items_published
-- position: 27
-- title_zh: 主动公开信息条数
-- title_en: Items published
-- unit: items
-- formula: stated in the narrative: items_published
-- grain: one row a current report for which it can be computed
-- params:
-- why: Volume of disclosure: pieces of information that the narrative says were published in the year. Exact and approximate figures count, a lower bound does not; a report that states two different totals has no value.
SELECT
    stated_totals.report_id,
    stated_totals.value AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM stated_totals
JOIN reports ON reports.report_id = stated_totals.report_id
WHERE reports.is_current AND stated_totals.figure = 'items_published' AND numerator IS NOT NULL

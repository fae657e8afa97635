-- id: items_published
-- position: 27
-- title_zh: 主动公开信息条数
-- title_en: Items published
-- unit: items
-- formula: stated in the narrative: items_published
-- grain: one row a current report for which it can be computed
-- params:
-- break_years: 2019
-- why: Volume of disclosure: pieces of information that the narrative says were published in the year. Exact and approximate figures count, a lower bound does not; a report that states two different totals has no value. Before 2019 it is what the annex prints.
WITH stated AS (
    SELECT stated_totals.report_id, stated_totals.value AS numerator
    FROM stated_totals
    JOIN reports ON reports.report_id = stated_totals.report_id
    WHERE reports.is_current AND reports.form <> 'legacy'
        AND stated_totals.figure = 'items_published' AND stated_totals.value IS NOT NULL
), annex AS (
    SELECT
        cells.report_id,
        coalesce(
            max(value) FILTER (WHERE row_code = 'items_published'),
            max(value) FILTER (WHERE row_code = 'documents_published' AND unit = '条')
        ) AS numerator
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    WHERE reports.is_current AND table_code = 'annex' AND column_code = 'year'
    GROUP BY cells.report_id
)
SELECT report_id, numerator, NULL::DECIMAL(38, 15) AS denominator
FROM (FROM stated UNION ALL FROM annex)
WHERE numerator IS NOT NULL

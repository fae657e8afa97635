-- id: report_stated_figures
-- title_zh: 正文所述数字
-- title_en: Figures stated in the text
-- unit: as the figure; column unit names 元
-- grain: one row a figure stated in the narrative
-- params: report_id
-- why: What the report says in words beside what its tables say. A difference is shown and not judged: the text may count otherwise than the table.
WITH of_tables AS (
    UNPIVOT (
        SELECT
            new_requests AS requests_received,
            closed AS requests_closed,
            carried_in,
            carried_out,
            disclosed,
            partly_disclosed,
            withheld,
            unavailable,
            declined,
            other_handling,
            reviews,
            direct_lawsuits + after_review_lawsuits AS lawsuits
        FROM report_metrics
        WHERE report_id = $report_id
    )
    ON COLUMNS(*)
    INTO NAME figure VALUE table_value
)
SELECT
    stated_figures.*,
    of_tables.table_value,
    CASE
        WHEN of_tables.table_value IS NULL THEN 'alone'
        WHEN exactness = 'at_least' AND of_tables.table_value >= value THEN 'fits'
        WHEN exactness = 'approximate' THEN 'rough'
        WHEN of_tables.table_value = value THEN 'same'
        ELSE 'different'
    END AS agreement,
    count(DISTINCT value) FILTER (WHERE exactness <> 'at_least')
        OVER (PARTITION BY stated_figures.figure) > 1 AS is_contradicted
FROM stated_figures
LEFT JOIN of_tables ON of_tables.figure = stated_figures.figure
WHERE stated_figures.report_id = $report_id
ORDER BY stated_figures.position

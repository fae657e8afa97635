-- id: items_published
-- step: 3
-- why: One row a report that counts what it published: before 2019 in the annex (items, else documents), which the narrative only repeats, later in the narrative. Where the narrative states two different totals there is none (value NULL).
CREATE TABLE items_published AS
WITH printed AS (
    SELECT
        report_id,
        coalesce(
            max(value) FILTER (WHERE row_code = 'items_published'),
            max(value) FILTER (WHERE row_code = 'documents_published')
        ) AS value
    FROM cell_values
    WHERE table_code = 'annex' AND column_code = 'year'
        AND row_code IN ('items_published', 'documents_published') AND cell_values.value IS NOT NULL
    GROUP BY report_id
)
SELECT report_id, value, FALSE AS is_approximate, TRUE AS is_in_annex
FROM printed
UNION ALL
SELECT report_id, value, is_approximate, FALSE AS is_in_annex
FROM stated_totals
WHERE figure = 'items_published'
    AND NOT EXISTS (SELECT 1 FROM printed WHERE printed.report_id = stated_totals.report_id)

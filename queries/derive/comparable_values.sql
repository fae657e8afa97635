-- id: comparable_values
-- step: 2
-- why: The cells, and beside them what an annex of the years before 2019 says in the quantities of the later tables, where the notion is the same. Only its year column counts. What its rows mean: derive/annex_meanings.sql. The annex tells no applicants, no carry-over, no path of lawsuits and no pending cases, so that what needs them stays unknown. Its notions are older than the form of 2019: every measure made of them breaks there.
CREATE VIEW comparable_values AS
WITH needed AS (
    SELECT table_code, row_code, count(*) FILTER (is_needed) AS rows_needed
    FROM annex_meanings
    GROUP BY table_code, row_code
), said AS (
    SELECT cell_values.report_id, annex_meanings.*, cell_values.value
    FROM cell_values
    JOIN annex_meanings ON annex_meanings.annex_row = cell_values.row_code
    WHERE cell_values.table_code = 'annex' AND cell_values.column_code = 'year'
        AND NOT (annex_row = 'requests_closed' AND EXISTS (
            SELECT 1 FROM cell_values AS answers
            WHERE answers.report_id = cell_values.report_id
                AND answers.table_code = 'annex' AND answers.row_code = 'answers'
        ))
)
SELECT report_id, table_code, row_code, column_code, value, status, is_derived
FROM cell_values
UNION ALL
SELECT
    said.report_id,
    said.table_code,
    said.row_code,
    said.column_code,
    sum(said.value)::DECIMAL(38, 15) AS value,
    'number' AS status,
    FALSE AS is_derived
FROM said
JOIN needed ON needed.table_code = said.table_code AND needed.row_code = said.row_code
GROUP BY ALL
HAVING bool_and(said.value IS NOT NULL)
    AND count(*) FILTER (said.is_needed) = any_value(needed.rows_needed)

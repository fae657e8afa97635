-- id: comparable_values
-- step: 2
-- why: The cells, and beside them what an annex of the years before 2019 says in the quantities of the later tables, where the notion is the same. Only its year column counts. Closed is the number of answers, which the kinds of answer add up to as the outcomes do later, else the requests closed. Disclosed takes in answers that referred to what was public already; unavailable is not for this agency plus does not exist; other is every further kind of answer. The annex tells no applicants, no carry-over, no path of lawsuits and no pending cases, so that what needs them stays unknown. Its notions are older than the form of 2019: every measure made of them breaks there.
CREATE VIEW comparable_values AS
WITH meanings(annex_row, table_code, row_code, column_code, is_needed) AS (
    VALUES
        ('requests_received', '3', 'new_requests', 'total', TRUE),
        ('answers', '3', 'closed_total', 'total', FALSE),
        ('requests_closed', '3', 'closed_total', 'total', FALSE),
        ('answers_disclosed', '3', 'disclosed', 'total', TRUE),
        ('answers_already_public', '3', 'disclosed', 'total', FALSE),
        ('answers_partly_disclosed', '3', 'partly_disclosed', 'total', TRUE),
        ('answers_withheld', '3', 'withheld', 'total', TRUE),
        ('answers_other_agency', '3', 'unavailable', 'total', TRUE),
        ('answers_not_existing', '3', 'unavailable', 'total', TRUE),
        ('answers_to_be_amended', '3', 'other', 'total', FALSE),
        ('answers_elsewhere', '3', 'other', 'total', FALSE),
        ('answers_other', '3', 'other', 'total', FALSE),
        ('reviews', '4', 'review', 'total', TRUE),
        ('lawsuits', '4', 'litigation', 'total', TRUE),
        ('normative_issued', '2', 'normative_documents', 'issued', TRUE)
), needed AS (
    SELECT table_code, row_code, count(*) FILTER (is_needed) AS rows_needed
    FROM meanings
    GROUP BY table_code, row_code
), said AS (
    SELECT cell_values.report_id, meanings.*, cell_values.value
    FROM cell_values
    JOIN meanings ON meanings.annex_row = cell_values.row_code
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

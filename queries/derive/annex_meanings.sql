-- id: annex_meanings
-- step: 1
-- why: What the rows of an annex of the years before 2019 are in the quantities of the later tables, where the notion is the same, and whether a quantity needs that row. Closed is the number of answers, which the kinds of answer add up to as the outcomes do later, else the requests closed. Disclosed takes in answers that referred to what was public already; unavailable is not for this agency plus does not exist; other is every further kind of answer.
CREATE TABLE annex_meanings AS
SELECT *
FROM (
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
) AS meanings(annex_row, table_code, row_code, column_code, is_needed)

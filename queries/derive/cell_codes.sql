-- id: cell_codes
-- step: 2
-- why: The cells of the tables of all forms, numbered by their codes, those among them that only an annex tells of.
CREATE TABLE cell_codes AS
SELECT
    row_number() OVER (ORDER BY table_code, row_code, column_code)::SMALLINT AS cell_no,
    table_code,
    row_code,
    column_code
FROM (
    SELECT table_code, row_code, column_code FROM form_cells WHERE table_code <> 'annex'
    UNION
    SELECT table_code, row_code, column_code FROM annex_meanings
)
ORDER BY cell_no

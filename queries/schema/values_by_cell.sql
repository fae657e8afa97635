-- id: values_by_cell
-- why: A row a cell of a report that counts, all reports of a cell together. What an annex tells in the quantities of later tables is marked as such.
CREATE TABLE values_by_cell (
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    value DECIMAL(38, 15),
    is_of_annex BOOLEAN NOT NULL
)

-- id: cells
-- why: The facts as printed, one row a cell of the form. NULL is never zero: status says blank, dash, words, unreadable or absent; value is in unit, exact to the fifteen digits on either side of the point that are read.
CREATE TABLE cells (
    report_id VARCHAR NOT NULL,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    value DECIMAL(38, 15),
    raw VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    locator VARCHAR NOT NULL
)

-- id: findings
-- why: One row an offending cell; an empty row or column code means the whole table or row.
CREATE TABLE findings (
    rule VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    found DECIMAL(38, 15),
    expected DECIMAL(38, 15)
)

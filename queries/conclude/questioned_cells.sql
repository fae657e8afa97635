-- id: questioned_cells
-- step: 1
-- why: The cells that findings stand at, by themselves, so that a list of findings looks through no others.
CREATE TABLE questioned_cells AS
SELECT report_id, table_code, row_code, column_code, raw, value, status, locator
FROM cells
SEMI JOIN findings
    ON findings.report_id = cells.report_id AND findings.table_code = cells.table_code
    AND findings.row_code = cells.row_code AND findings.column_code = cells.column_code
ORDER BY report_id

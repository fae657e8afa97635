-- id: cells
-- step: 4
-- why: The rows of cells, report by report in the order of the form, so that one report's cells lie together.
INSERT INTO cells BY NAME
SELECT report_id, table_code, row_code, column_code, value, raw, status, unit, locator
FROM read_cells
JOIN filed ON filed.key = read_cells.key
ORDER BY report_id, position

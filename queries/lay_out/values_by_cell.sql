-- id: values_by_cell
-- params: rows
-- why: The values of the reports that count, laid out cell by cell of the form and not report by report: a question about one cell of many reports reads that cell alone. Some rows of the form at a time, named <table>/<row>.
INSERT INTO values_by_cell
SELECT cell_codes.cell_no, counted_reports.report_no, comparable_values.value
FROM comparable_values
JOIN counted_reports ON counted_reports.report_id = comparable_values.report_id
JOIN cell_codes
    ON cell_codes.table_code = comparable_values.table_code
    AND cell_codes.row_code = comparable_values.row_code
    AND cell_codes.column_code = comparable_values.column_code
WHERE list_contains($rows, comparable_values.table_code || '/' || comparable_values.row_code)
ORDER BY cell_codes.cell_no, counted_reports.report_no

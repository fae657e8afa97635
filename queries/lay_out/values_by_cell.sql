-- id: values_by_cell
-- params: rows
-- why: The values of the reports that count, laid out cell by cell of the form and not report by report: a question about one cell of many reports reads that cell alone. Some rows of the form at a time, named <table>/<row>.
INSERT INTO values_by_cell
SELECT
    comparable_values.table_code,
    comparable_values.row_code,
    comparable_values.column_code,
    comparable_values.report_id,
    comparable_values.value,
    reports.form = 'legacy' AS is_of_annex
FROM comparable_values
JOIN reports ON reports.report_id = comparable_values.report_id
WHERE reports.is_current AND comparable_values.table_code <> 'annex'
    AND list_contains($rows, comparable_values.table_code || '/' || comparable_values.row_code)
ORDER BY ALL

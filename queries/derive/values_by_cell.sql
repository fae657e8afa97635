-- id: values_by_cell
-- step: 3
-- why: The values of the reports that count, laid out cell by cell of the form and not report by report: a question about one cell of many reports reads that cell alone. What an annex tells in the quantities of later tables is marked as such.
CREATE TABLE values_by_cell AS
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
ORDER BY ALL

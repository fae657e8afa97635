-- id: refusal_reasons
-- position: 7
-- title_zh: 不予公开的理由：各年件数
-- title_en: Reasons for refusal by year
-- why: Which reasons grow; the labels are those of the official form.
SELECT report.year, form.row_label_zh AS reason, sum(cell.value)::BIGINT AS cases
FROM dataset_cells AS cell
JOIN dataset_reports AS report ON report.report_id = cell.report_id
JOIN dataset_agencies AS agency ON agency.agency_id = report.agency_id
ANTI JOIN dataset_reports AS whole
    ON whole.agency_id = agency.consolidated_into AND whole.year = report.year
JOIN dataset_form_cells AS form
    ON form.form = report.form
    AND form.table_code = cell.table_code
    AND form.row_code = cell.row_code
    AND form.column_code = cell.column_code
WHERE cell.row_code LIKE 'withheld%' AND cell.column_code = 'total'
GROUP BY ALL
HAVING cases > 0
ORDER BY report.year, cases DESC

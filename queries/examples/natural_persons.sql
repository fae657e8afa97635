-- id: natural_persons
-- position: 4
-- title_zh: 自然人申请占新收申请的比例
-- title_en: Share of natural persons among new requests
-- why: Cells as printed, joined by report; what is no number stays out of both sums.
SELECT
    report.year,
    sum(person.value) AS natural_persons,
    sum(total.value) AS new_requests,
    rate(sum(person.value), sum(total.value)) AS share
FROM dataset_reports AS report
JOIN dataset_agencies AS agency ON agency.agency_id = report.agency_id
ANTI JOIN dataset_reports AS whole
    ON whole.agency_id = agency.consolidated_into AND whole.year = report.year
JOIN dataset_cells AS person
    ON person.report_id = report.report_id
    AND (person.row_code, person.column_code) = ('new_requests', 'natural_person')
JOIN dataset_cells AS total
    ON total.report_id = report.report_id
    AND (total.row_code, total.column_code) = ('new_requests', 'total')
WHERE person.value IS NOT NULL AND total.value IS NOT NULL
GROUP BY report.year
ORDER BY report.year

-- id: requests_by_kind
-- position: 2
-- title_zh: 新收申请：按机关类别和年度
-- title_en: New requests by kind of agency and year
-- why: Who is asked, and whether that changes. A consolidated report is left out where reports that it contains are there.
WITH members AS (
    SELECT DISTINCT agency.consolidated_into AS agency_id, report.year
    FROM dataset_reports AS report
    JOIN dataset_agencies AS agency ON agency.agency_id = report.agency_id
)
SELECT agency.kind, measured.year, sum(measured.numerator) AS new_requests
FROM dataset_measures AS measured
JOIN dataset_agencies AS agency ON agency.agency_id = measured.agency_id
ANTI JOIN members
    ON members.agency_id = measured.agency_id AND members.year = measured.year
WHERE measured.metric_id = 'new_requests'
GROUP BY agency.kind, measured.year
ORDER BY agency.kind, measured.year

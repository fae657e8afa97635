-- id: requests_by_kind
-- position: 2
-- title_zh: 新收申请：按机关类别和年度
-- title_en: New requests by kind of agency and year
-- why: Who is asked, and whether that changes.
SELECT agency.kind, measured.year, sum(measured.numerator) AS new_requests
FROM dataset_measures AS measured
JOIN dataset_agencies AS agency ON agency.agency_id = measured.agency_id
WHERE measured.metric_id = 'new_requests' AND NOT agency.is_consolidated
GROUP BY agency.kind, measured.year
ORDER BY agency.kind, measured.year

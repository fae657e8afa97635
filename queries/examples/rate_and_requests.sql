-- id: rate_and_requests
-- position: 8
-- title_zh: 公开率与新收申请：最近一年各机关
-- title_en: Disclosure rate against requests, latest year
-- why: Two measures of each agency side by side; rates on fewer than 30 cases are left out.
SELECT agency.name, asked.numerator AS new_requests, disclosed.value AS disclosure_rate
FROM dataset_measures AS disclosed
JOIN dataset_measures AS asked
    ON asked.report_id = disclosed.report_id AND asked.metric_id = 'new_requests'
JOIN dataset_agencies AS agency ON agency.agency_id = disclosed.agency_id
WHERE disclosed.metric_id = 'disclosure_rate'
    AND NOT disclosed.is_small
    AND disclosed.year = (SELECT max(year) FROM dataset_reports)
ORDER BY new_requests DESC

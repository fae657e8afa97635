-- id: requests_flow
-- title_zh: 申请收办流转
-- title_en: Flow of requests
-- unit: count
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: What came in, what was ended, what waits. imbalance is what the printed figures leave unexplained.
SELECT
    chosen.year,
    count(*) AS reports,
    sum(carried_in) AS carried_in,
    sum(new_requests) AS new_requests,
    sum(closed) AS closed,
    sum(carried_out) AS carried_out,
    sum(new_requests + carried_in - closed - carried_out) AS imbalance,
    number_of('3/carried_in/total', chosen.year, '') AS number_carried_in,
    number_of('new_requests', chosen.year, '') AS number_new_requests,
    number_of('closed', chosen.year, '') AS number_closed,
    number_of('carried_out', chosen.year, '') AS number_carried_out
FROM current_metrics
JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
    ON chosen.report_no = current_metrics.report_no
GROUP BY chosen.year
ORDER BY chosen.year

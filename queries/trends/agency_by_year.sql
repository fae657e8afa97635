-- id: agency_by_year
-- title_zh: 单项指标：各机关逐年
-- title_en: One measure by agency and year
-- unit: as the measure
-- grain: one row an agency and year with a value
-- params: is_demo, region, kinds, agencies, year_from, year_to, metric_id
-- why: Each agency for itself, never summed: the sparklines and the matrix of agencies by years. A consolidated report does not stand among the agencies it contains.
SELECT
    chosen.agency_id,
    chosen.year,
    chosen.report_id,
    metrics.unit,
    numerator,
    denominator,
    value,
    number_of($metric_id, chosen.year, chosen.agency_id) AS number
FROM metric_values
JOIN metrics ON metrics.metric_id = metric_values.metric_id
JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, 'members') AS chosen
    ON chosen.report_no = metric_values.report_no
WHERE metric_values.metric_id = $metric_id
ORDER BY chosen.agency_id, chosen.year

-- id: metric_parts
-- title_zh: 一个数字由哪些年报得出
-- title_en: The reports behind a number
-- unit: as the measure
-- grain: one row a report that enters the sum, the largest part first
-- params: is_demo, region, kinds, agencies, basis, metric_id, year
-- why: The numerator and the denominator of a measure are sums over reports; these are the parts. Reports for which the measure cannot be computed stand last and have no part.
SELECT
    chosen.agency_id,
    chosen.year,
    chosen.report_id,
    chosen.form,
    metric_values.numerator,
    metric_values.denominator,
    metric_values.report_id IS NOT NULL AS is_part,
    CASE
        WHEN metrics.unit = 'rate' THEN rate(metric_values.numerator, metric_values.denominator)
        ELSE metric_values.numerator::DOUBLE
    END AS value,
    rate(metric_values.numerator, sum(metric_values.numerator) OVER ()) AS share,
    sum(metric_values.numerator) OVER () AS whole_numerator,
    sum(metric_values.denominator) OVER () AS whole_denominator
FROM summable_reports($is_demo, $region, $kinds, $agencies, $year, $year, $basis) AS chosen
JOIN metrics ON metrics.metric_id = $metric_id
LEFT JOIN metric_values
    ON metric_values.report_id = chosen.report_id AND metric_values.metric_id = metrics.metric_id
ORDER BY is_part DESC, metric_values.numerator DESC, metric_values.denominator DESC, chosen.agency_id

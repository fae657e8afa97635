-- id: metric_by_kind
-- title_zh: 单项指标：按机关类别逐年
-- title_en: One measure by kind of agency and year
-- unit: as the measure
-- grain: one row a year and kind of agency
-- params: is_demo, region, kinds, agencies, year_from, year_to, metric_id
-- why: Where the volume comes from; consolidated reports are left out because they contain the others.
SELECT
    chosen.year,
    chosen.kind,
    any_value(metrics.unit) AS unit,
    count(*) AS reports,
    sum(numerator) AS numerator,
    sum(denominator) AS denominator,
    CASE
        WHEN any_value(metrics.unit) = 'rate' THEN rate(sum(numerator), sum(denominator))
        ELSE sum(numerator)::DOUBLE
    END AS value,
    number_of($metric_id, chosen.year, 'kind:' || chosen.kind) AS number
FROM metric_values
JOIN metrics ON metrics.metric_id = metric_values.metric_id
JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, 'members') AS chosen
    ON chosen.report_id = metric_values.report_id
WHERE metric_values.metric_id = $metric_id
GROUP BY chosen.year, chosen.kind
ORDER BY chosen.kind, chosen.year

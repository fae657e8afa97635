-- id: dataset_measures
-- title_zh: 年报指标
-- title_en: Measures of reports
-- unit: as the measure
-- grain: one row a report and measure that can be computed for it
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The measures report by report. Rates of several reports are made by adding up numerators and denominators, never by averaging.
SELECT
    metric_values.report_id,
    chosen.agency_id,
    chosen.year,
    metric_values.metric_id,
    metrics.unit,
    metric_values.numerator,
    metric_values.denominator,
    metric_values.value,
    metric_values.is_small
FROM metric_values
JOIN metrics ON metrics.metric_id = metric_values.metric_id
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_no = metric_values.report_no

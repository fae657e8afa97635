-- id: measured_reports
-- step: 7
-- why: What a measure says of each of the reports that may be added up, with its unit and its breaks.
CREATE MACRO measured_reports(
    of_metric, of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis
) AS TABLE
SELECT
    chosen.*,
    metrics.unit,
    metrics.break_years,
    metric_values.numerator,
    metric_values.denominator,
    metric_values.value,
    metric_values.low,
    metric_values.high,
    metric_values.is_small
FROM metric_values
JOIN metrics ON metrics.metric_id = metric_values.metric_id
JOIN summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS chosen
    ON chosen.report_no = metric_values.report_no
WHERE metric_values.metric_id = of_metric

-- id: metric_values
-- params: metric
-- why: What a measure says of the reports that count: the newest revision of each agency and year.
INSERT INTO metric_values BY NAME
SELECT metrics.metric_id, measured.*
FROM measured
JOIN metrics ON metrics.metric_id = $metric
JOIN reports ON reports.report_id = measured.report_id
WHERE reports.is_current AND is_measured(metrics.unit, measured.numerator, measured.denominator)

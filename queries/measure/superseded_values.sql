-- id: superseded_values
-- params: metric
-- why: What a measure says of the revisions that were superseded; a report of nobody or of no year is none.
INSERT INTO superseded_values BY NAME
SELECT metrics.metric_id, measured.*
FROM measured
JOIN metrics ON metrics.metric_id = $metric
JOIN reports ON reports.report_id = measured.report_id
WHERE NOT reports.is_current AND reports.agency_id IS NOT NULL AND reports.year IS NOT NULL
    AND is_measured(metrics.unit, measured.numerator, measured.denominator)

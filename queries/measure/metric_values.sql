-- id: metric_values
-- params: metric
-- why: What a measure says of the reports that count: the newest revision of each agency and year, and beside it what it says of the year before.
INSERT INTO metric_values BY NAME
WITH valued AS (
    SELECT metrics.metric_id, metrics.unit, counted_reports.report_no, counted_reports.last_no, measured.*
    FROM measured
    JOIN metrics ON metrics.metric_id = $metric
    JOIN counted_reports ON counted_reports.report_id = measured.report_id
    WHERE is_measured(metrics.unit, measured.numerator, measured.denominator)
)
SELECT
    valued.* EXCLUDE (unit, last_no),
    value_of(valued.unit, valued.numerator, valued.denominator) AS value,
    CASE WHEN valued.unit = 'rate' THEN wilson_low(valued.numerator, valued.denominator) END AS low,
    CASE WHEN valued.unit = 'rate' THEN wilson_high(valued.numerator, valued.denominator) END AS high,
    valued.unit = 'rate' AND valued.denominator < 30 AS is_small,
    last.numerator AS last_numerator,
    last.denominator AS last_denominator
FROM valued
LEFT JOIN valued AS last ON last.report_no = valued.last_no
ORDER BY valued.report_no

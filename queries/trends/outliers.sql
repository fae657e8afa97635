-- id: outliers
-- title_zh: 异常值
-- title_en: Values out of line
-- unit: as the measure; z without unit
-- grain: one row an agency and measure out of line in that year; where none is, one row that says how many were judged
-- params: is_demo, region, kinds, agencies, year
-- why: Values out of line with the agency's own other years and with its peers: conclude/judged_outliers.sql. Those in line are not listed; judged counts all. Where none is out of line the only row has no agency.
WITH chosen AS MATERIALIZED (
    SELECT report_no, agency_id, year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year)
), counted AS (
    SELECT count(*) AS judged, any_value(judged_outliers.threshold) AS threshold
    FROM judged_outliers
    SEMI JOIN chosen ON chosen.report_no = judged_outliers.report_no
), listed AS (
    SELECT judged_outliers.*, chosen.agency_id, chosen.year
    FROM judged_outliers
    JOIN chosen ON chosen.report_no = judged_outliers.report_no
    WHERE judged_outliers.is_outlier
)
SELECT
    listed.agency_id,
    listed.year,
    listed.metric_id,
    listed.report_id,
    listed.unit,
    listed.numerator,
    listed.denominator,
    listed.value,
    listed.last_numerator,
    listed.last_denominator,
    listed.last_value,
    listed.usual_value,
    listed.history,
    listed.z,
    listed.peers,
    listed.peer_z,
    counted.threshold,
    listed.metric_id IS NOT NULL AS is_outlier,
    counted.judged,
    CASE WHEN listed.metric_id IS NOT NULL THEN number_of(listed.metric_id, listed.year, listed.agency_id) END AS number
FROM counted
LEFT JOIN listed ON TRUE
WHERE counted.judged > 0
ORDER BY abs(listed.z) DESC, listed.agency_id, listed.position

-- id: outliers
-- title_zh: 异常值
-- title_en: Values out of line
-- unit: as the measure; z without unit
-- grain: one row an agency and measure out of line in that year; where none is, the first that was judged
-- params: is_demo, region, kinds, agencies, year
-- why: Values out of line with the agency's own other years and with its peers: conclude/judged_outliers.sql. Those in line are not listed; judged counts all. A row that is not out of line is there only so that it is said how many were judged.
SELECT
    chosen.agency_id,
    chosen.year,
    judged.metric_id,
    judged.report_id,
    judged.unit,
    judged.numerator,
    judged.denominator,
    judged.value,
    judged.last_numerator,
    judged.last_denominator,
    judged.last_value,
    judged.usual_value,
    judged.history,
    judged.z,
    judged.peers,
    judged.peer_z,
    judged.threshold,
    judged.is_outlier,
    count(*) OVER () AS judged,
    number_of(judged.metric_id, chosen.year, chosen.agency_id) AS number
FROM judged_outliers AS judged
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
    ON chosen.report_id = judged.report_id
QUALIFY judged.is_outlier OR (row_number() OVER () = 1 AND count(*) FILTER (judged.is_outlier) OVER () = 0)
ORDER BY is_outlier DESC, abs(judged.z) DESC, chosen.agency_id, judged.position

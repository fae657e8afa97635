-- id: agency_position
-- title_zh: 机构在同类机关中的位置
-- title_en: Where an agency stands among its peers
-- unit: as the measure; places from the highest
-- grain: one row a measure of one year
-- params: agency_id, year
-- why: The place of one agency's figures among those of its peers of the same year, the highest first; equals share a place. A rate on fewer than 30 cases takes no place, its agency's or another's.
WITH measured AS (
    SELECT
        reports.agency_id,
        metric_values.metric_id,
        CASE WHEN metrics.unit = 'rate' THEN rate(numerator, denominator) ELSE numerator::DOUBLE END AS value,
        metrics.unit = 'rate' AND denominator < 30 AS is_small
    FROM metric_values
    JOIN metrics ON metrics.metric_id = metric_values.metric_id
    JOIN reports ON reports.report_id = metric_values.report_id
    WHERE reports.year = $year
        AND (reports.agency_id = $agency_id OR reports.agency_id IN (SELECT agency_id FROM peers_of($agency_id)))
), placed AS (
    SELECT
        metric_id,
        agency_id,
        rank() OVER (PARTITION BY metric_id ORDER BY value DESC) AS place,
        count(*) OVER (PARTITION BY metric_id) AS placed_agencies
    FROM measured
    WHERE NOT is_small AND value IS NOT NULL
)
SELECT measured.metric_id, measured.value, measured.is_small, placed.place, placed.placed_agencies
FROM measured
LEFT JOIN placed ON placed.metric_id = measured.metric_id AND placed.agency_id = measured.agency_id
WHERE measured.agency_id = $agency_id

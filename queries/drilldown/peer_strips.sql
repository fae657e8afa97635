-- id: peer_strips
-- title_zh: 机构各项指标在同类中的位置
-- title_en: Every measure of one agency among its peers
-- unit: as the measures; place_in_span from 0, the lowest of those drawn, to 1, the highest
-- grain: one row a measure and agency: the agency itself (is_own) and its peers of that year
-- params: agency_id, year
-- why: All measures at a glance, each on the span of its own values. Peers whose rate rests on fewer than 30 cases are left out; measures with fewer than five peers left too, and those on which all are equal.
WITH measured AS MATERIALIZED (
    FROM peer_values($agency_id, $year)
), drawn AS (
    SELECT * FROM measured WHERE value IS NOT NULL AND (is_own OR NOT is_small)
), spanned AS (
    SELECT
        *,
        min(value) OVER of_measure AS lowest,
        max(value) OVER of_measure AS highest,
        count(*) FILTER (WHERE NOT is_own) OVER of_measure AS firm_peers,
        bool_or(is_own) OVER of_measure AS has_own,
        median(value) FILTER (WHERE NOT is_own) OVER of_measure AS peer_median
    FROM drawn
    WINDOW of_measure AS (PARTITION BY metric_id)
)
SELECT
    spanned.* EXCLUDE (has_own),
    (value - lowest) / (highest - lowest) AS place_in_span,
    (peer_median - lowest) / (highest - lowest) AS median_in_span,
    number_of(metric_id, year, agency_id) AS number
FROM spanned
WHERE has_own AND firm_peers >= 5 AND highest > lowest
ORDER BY position, is_own, agency_id

-- id: agency_position
-- title_zh: 机构在同类机关中的位置
-- title_en: Where an agency stands among its peers
-- unit: as the measure; places from the highest
-- grain: one row a measure of one year
-- params: agency_id, year
-- why: The place of one agency's figures among those of its peers of the same year, the highest first; equals share a place. A rate on fewer than 30 cases takes no place, its agency's or another's. peer_band says whether the rate is beyond what chance explains around that of the peers together (derive/band_of.sql).
WITH measured AS MATERIALIZED (
    FROM peer_values($agency_id, $year)
), peers AS (
    SELECT
        metric_id,
        count(value) FILTER (WHERE NOT is_small) AS firm_peers,
        rate(sum(numerator), sum(denominator)) AS peer_rate,
        median(value) FILTER (WHERE NOT is_small) AS peer_median
    FROM measured
    WHERE agency_id <> $agency_id
    GROUP BY metric_id
), placed AS (
    SELECT
        metric_id,
        agency_id,
        rank() OVER (PARTITION BY metric_id ORDER BY value DESC) AS place,
        count(*) OVER (PARTITION BY metric_id) AS placed_agencies
    FROM measured
    WHERE NOT is_small AND value IS NOT NULL
)
SELECT
    measured.metric_id,
    measured.unit,
    measured.numerator,
    measured.denominator,
    measured.value,
    measured.is_small,
    placed.place,
    placed.placed_agencies,
    peers.firm_peers,
    peers.peer_rate,
    peers.peer_median,
    CASE
        WHEN measured.unit = 'rate' AND NOT measured.is_small
            THEN band_of(score_of(measured.value, measured.denominator, peers.peer_rate))
    END AS peer_band
FROM measured
LEFT JOIN peers ON peers.metric_id = measured.metric_id
LEFT JOIN placed ON placed.metric_id = measured.metric_id AND placed.agency_id = measured.agency_id
WHERE measured.agency_id = $agency_id
ORDER BY measured.metric_id

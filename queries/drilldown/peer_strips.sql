-- id: peer_strips
-- title_zh: 机构各项指标在同类中的位置
-- title_en: Every measure of one agency among its peers
-- unit: as the measures; place_in_span from 0, the lowest of those drawn, to 1, the highest
-- grain: one row a measure and agency: the agency itself (is_own) and its peers of that year
-- params: agency_id, year, sample
-- why: All measures at a glance, each on the span of its own values. Peers whose rate rests on fewer than 30 cases are left out; measures with fewer than five peers left too, and those on which all are equal. For a chart of very many peers: both ends of each measure and so many other values drawn by lot, of the same peers in all measures, as sample says; NULL for all. Span, median and how many values of peers there are (peers_values) are told of all.
WITH drawn AS MATERIALIZED (
    SELECT * FROM peer_values($agency_id, $year)
    WHERE value IS NOT NULL AND (is_own OR NOT is_small)
), spans AS MATERIALIZED (
    SELECT
        metric_id,
        min(value) AS lowest,
        max(value) AS highest,
        count(CASE WHEN NOT is_own THEN 1 END) AS firm_peers,
        median(CASE WHEN NOT is_own THEN value END) AS peer_median,
        arg_min(agency_id, (value, agency_id), 10) || arg_max(agency_id, (value, agency_id), 10) AS ends
    FROM drawn
    GROUP BY metric_id
    HAVING bool_or(is_own) AND firm_peers >= 5 AND highest > lowest
), kept AS (
    SELECT metric_id, unnest(ends) AS agency_id FROM spans
    UNION ALL
    SELECT metric_id, $agency_id FROM spans
    UNION ALL
    (
        SELECT drawn.metric_id, drawn.agency_id
        FROM drawn
        SEMI JOIN spans ON spans.metric_id = drawn.metric_id
        WHERE NOT is_own
        ORDER BY hash(drawn.agency_id), drawn.agency_id, position
        LIMIT $sample
    )
)
SELECT
    drawn.*,
    spans.* EXCLUDE (metric_id, ends),
    (SELECT sum(firm_peers) FROM spans)::BIGINT AS peers_values,
    (value - lowest) / (highest - lowest) AS place_in_span,
    (peer_median - lowest) / (highest - lowest) AS median_in_span,
    number_of(drawn.metric_id, year, drawn.agency_id) AS number
FROM drawn
JOIN spans ON spans.metric_id = drawn.metric_id
SEMI JOIN kept ON kept.metric_id = drawn.metric_id AND kept.agency_id = drawn.agency_id
ORDER BY position, is_own, drawn.agency_id

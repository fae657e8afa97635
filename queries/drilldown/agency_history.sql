-- id: agency_history
-- title_zh: 机构历年指标
-- title_en: One agency's history
-- unit: as the measure; change as in derive/change_of.sql
-- grain: one row a year and measure
-- params: agency_id
-- why: One agency over the years beside its peers (derive/peer_groups.sql): for rates the peers' summed rate, for counts their median.
WITH beside AS MATERIALIZED (
    SELECT agency_id, FALSE AS is_own FROM peers_of($agency_id)
    UNION ALL
    SELECT $agency_id, TRUE
), measured AS MATERIALIZED (
    SELECT reports.year, reports.report_id, beside.is_own, metric_id, numerator, denominator
    FROM metric_values
    JOIN reports ON reports.report_id = metric_values.report_id
    JOIN beside ON beside.agency_id = reports.agency_id
), own AS (
    SELECT * FROM measured WHERE is_own
), peers AS (
    SELECT
        year,
        metric_id,
        count(*) AS peer_reports,
        sum(numerator) AS peer_numerator,
        sum(denominator) AS peer_denominator,
        median(numerator)::DOUBLE AS peer_median
    FROM measured
    WHERE NOT is_own
    GROUP BY year, metric_id
)
SELECT
    own.year,
    own.report_id,
    own.metric_id,
    metrics.unit,
    own.numerator,
    own.denominator,
    CASE
        WHEN metrics.unit = 'rate' THEN rate(own.numerator, own.denominator)
        ELSE own.numerator::DOUBLE
    END AS value,
    CASE WHEN metrics.unit = 'rate' THEN wilson_low(own.numerator, own.denominator) END AS low,
    CASE WHEN metrics.unit = 'rate' THEN wilson_high(own.numerator, own.denominator) END AS high,
    metrics.unit = 'rate' AND own.denominator < 30 AS is_small,
    list_contains(metrics.break_years, own.year) AS is_break,
    last.numerator AS last_numerator,
    last.denominator AS last_denominator,
    CASE
        WHEN list_contains(metrics.break_years, own.year) THEN NULL
        ELSE change_of(metrics.unit, own.numerator, own.denominator, last.numerator, last.denominator)
    END AS change,
    number_of(own.metric_id, own.year, $agency_id) AS number,
    peer_reports,
    CASE
        WHEN metrics.unit = 'rate' THEN rate(peer_numerator, peer_denominator)
        ELSE peer_median
    END AS peer_value
FROM own
JOIN metrics ON metrics.metric_id = own.metric_id
LEFT JOIN own AS last ON last.metric_id = own.metric_id AND last.year = own.year - 1
LEFT JOIN peers ON peers.metric_id = own.metric_id AND peers.year = own.year
ORDER BY metrics.position, own.year

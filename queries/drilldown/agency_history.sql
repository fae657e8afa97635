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
    SELECT told.year, told.report_id, beside.is_own, metric_values.* EXCLUDE (report_id)
    FROM metric_values
    JOIN counted_reports AS told ON told.report_no = metric_values.report_no
    JOIN beside ON beside.agency_id = told.agency_id
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
    own.value,
    own.low,
    own.high,
    own.is_small,
    list_contains(metrics.break_years, own.year) AS is_break,
    last.numerator AS last_numerator,
    last.denominator AS last_denominator,
    CASE
        WHEN list_contains(metrics.break_years, own.year) THEN NULL
        ELSE change_of(metrics.unit, own.value, last.value)
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

-- id: agency_history
-- title_zh: 机构历年指标
-- title_en: One agency's history
-- unit: as the measure; change in percent for counts and amounts, in percentage points for rates
-- grain: one row a year and measure
-- params: agency_id
-- why: One agency over the years beside its peers (same kind and level; the same sector where at least three others share it): for rates the peers' summed rate, for counts their median.
WITH agency AS (
    SELECT * FROM agencies WHERE agency_id = $agency_id
), alike AS (
    SELECT
        other.agency_id,
        agency.sector <> '' AND other.sector = agency.sector AS is_same_sector,
        count(*) FILTER (WHERE is_same_sector) OVER () AS same_sector
    FROM agencies AS other
    JOIN agency
        ON other.kind = agency.kind AND other.level = agency.level
        AND other.is_demo = agency.is_demo AND other.agency_id <> agency.agency_id
), own AS (
    SELECT reports.year, reports.report_id, metric_id, numerator, denominator
    FROM metric_values
    JOIN reports ON reports.report_id = metric_values.report_id
    WHERE reports.agency_id = $agency_id
), peers AS (
    SELECT
        reports.year,
        metric_id,
        count(*) AS peer_reports,
        sum(numerator) AS peer_numerator,
        sum(denominator) AS peer_denominator,
        median(numerator)::DOUBLE AS peer_median
    FROM metric_values
    JOIN reports ON reports.report_id = metric_values.report_id
    JOIN alike ON alike.agency_id = reports.agency_id
    WHERE is_same_sector OR same_sector < 3
    GROUP BY reports.year, metric_id
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
        WHEN metrics.unit = 'rate' THEN 100 * (
            rate(own.numerator, own.denominator) - rate(last.numerator, last.denominator)
        )
        ELSE 100 * rate(own.numerator - last.numerator, last.numerator)
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

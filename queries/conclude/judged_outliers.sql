-- id: judged_outliers
-- step: 1
-- params: metric
-- why: How far out of line each value is, judged against the agency's own other years and, where at least five peers (same kind and level; the same sector where at least five others share it) can be judged too, against what the peers did in that year. Robust z of ln(1 + value): derive/outlier_limit.sql, derive/robust_scale.sql. Years across a break, rates on fewer than 30 cases and quantities that are below 30 now and usually are left out; fewer than five other years are not judged. A rate above 1 is a ratio of two counts, not a share: chance moves it as it moves its numerator.
INSERT INTO judged_outliers
WITH sized AS (
    SELECT
        told.report_id,
        told.report_no,
        told.agency_id,
        told.year,
        metrics.metric_id,
        metrics.position,
        metrics.unit,
        (told.is_demo, told.kind, told.level) AS likeness,
        told.sector,
        len(list_filter(metrics.break_years, lambda edge: edge <= told.year)) AS era,
        numerator,
        denominator,
        value,
        ln(1 + value) AS size
    FROM metric_values
    JOIN metrics ON metrics.metric_id = metric_values.metric_id
    JOIN counted_reports AS told ON told.report_no = metric_values.report_no
    WHERE metric_values.metric_id = $metric AND metrics.unit <> 'balance' AND numerator >= 0 AND NOT is_small
), against AS (
    SELECT
        *,
        count(size) OVER others AS history,
        median(size) OVER others AS usual_size,
        mad(size) OVER others AS deviation,
        exp(usual_size) - 1 AS usual_value,
        any_value(numerator) OVER last_year AS last_numerator,
        any_value(denominator) OVER last_year AS last_denominator,
        any_value(value) OVER last_year AS last_value
    FROM sized
    WINDOW
        others AS (
            PARTITION BY agency_id, metric_id, era
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW
        ),
        last_year AS (
            PARTITION BY agency_id, metric_id, era ORDER BY year
            RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
        )
), stepped AS (
    SELECT
        *,
        size - usual_size AS step,
        (usual_value * denominator + 1) / (denominator + 2) AS likely,
        CASE
            WHEN unit = 'rate'
                THEN sqrt(likely * CASE WHEN likely < 1 THEN 1 - likely ELSE 1 END / denominator)::DOUBLE
                    / (1 + usual_value)
            ELSE 1 / sqrt(1 + usual_value)
        END AS noise,
        step / nullif(robust_scale(deviation, noise), 0) AS z
    FROM against
    WHERE history >= 5 AND (unit = 'rate' OR greatest(value, usual_value) >= 30)
), alike AS (
    SELECT
        metric_id,
        year,
        likeness,
        sector,
        grouping(sector) = 1 AS is_any_sector,
        count(*) - 1 AS peers,
        median(step) AS usual_step,
        mad(step) AS deviation
    FROM stepped
    GROUP BY GROUPING SETS ((metric_id, year, likeness, sector), (metric_id, year, likeness))
    HAVING count(*) > 5 AND (is_any_sector OR sector <> '')
), beside AS (
    SELECT
        stepped.report_no,
        peers,
        (step - usual_step) / nullif(robust_scale(alike.deviation, noise), 0) AS peer_z
    FROM stepped
    JOIN alike
        ON alike.metric_id = stepped.metric_id AND alike.year = stepped.year AND alike.likeness = stepped.likeness
        AND (is_any_sector OR alike.sector = stepped.sector)
    QUALIFY row_number() OVER (
        PARTITION BY stepped.report_no ORDER BY is_any_sector
    ) = 1
)
SELECT
    stepped.report_id,
    stepped.report_no,
    stepped.metric_id,
    stepped.position,
    stepped.unit,
    stepped.numerator,
    stepped.denominator,
    stepped.value,
    stepped.last_numerator,
    stepped.last_denominator,
    stepped.last_value,
    stepped.usual_value,
    stepped.history,
    stepped.z,
    beside.peers,
    beside.peer_z,
    outlier_limit()::DOUBLE AS threshold,
    coalesce(abs(stepped.z) > threshold AND coalesce(abs(peer_z) > threshold, TRUE), FALSE) AS is_outlier
FROM stepped
LEFT JOIN beside ON beside.report_no = stepped.report_no

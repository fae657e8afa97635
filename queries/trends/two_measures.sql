-- id: two_measures
-- title_zh: 两项指标对照
-- title_en: Two measures against each other
-- unit: as the measures
-- grain: one row an agency for which both measures can be computed
-- params: is_demo, region, kinds, agencies, x_metric_id, y_metric_id, size_metric_id, year, sample
-- why: Whether agencies high in one measure are high in another, with a third as the size of the point. The correlation is Spearman's, of ranks, over agencies whose rates rest on at least 30 cases; without five of them there is none. For a chart of very many agencies: the largest, the ends of both measures and so many drawn by lot as sample says; NULL for all. How many there are is told of all.
WITH chosen AS (
    SELECT *
    FROM summable_reports($is_demo, $region, $kinds, $agencies, $year, $year, 'members')
), paired AS (
    SELECT
        chosen.agency_id,
        chosen.report_id,
        chosen.year,
        chosen.kind,
        x_metric.unit AS x_unit,
        x.numerator AS x_numerator,
        x.denominator AS x_denominator,
        x.value AS x_value,
        y_metric.unit AS y_unit,
        y.numerator AS y_numerator,
        y.denominator AS y_denominator,
        y.value AS y_value,
        size.value AS size_value,
        size_metric.unit AS size_unit,
        x.is_small OR y.is_small AS is_small
    FROM chosen
    JOIN metric_values AS x ON x.report_no = chosen.report_no AND x.metric_id = $x_metric_id
    JOIN metric_values AS y ON y.report_no = chosen.report_no AND y.metric_id = $y_metric_id
    LEFT JOIN metric_values AS size ON size.report_no = chosen.report_no AND size.metric_id = $size_metric_id
    JOIN metrics AS x_metric ON x_metric.metric_id = x.metric_id
    JOIN metrics AS y_metric ON y_metric.metric_id = y.metric_id
    LEFT JOIN metrics AS size_metric ON size_metric.metric_id = size.metric_id
    WHERE x.value IS NOT NULL AND y.value IS NOT NULL
), ranked AS (
    SELECT
        agency_id,
        rank() OVER (ORDER BY x_value) + (count(*) OVER (PARTITION BY x_value) - 1) / 2.0 AS x_rank,
        rank() OVER (ORDER BY y_value) + (count(*) OVER (PARTITION BY y_value) - 1) / 2.0 AS y_rank
    FROM paired
    WHERE NOT is_small
), correlated AS (
    SELECT
        count(*) AS firm,
        CASE
            WHEN count(*) >= 5 AND count(DISTINCT x_rank) > 1 AND count(DISTINCT y_rank) > 1
                THEN corr(x_rank, y_rank)
        END AS correlation
    FROM ranked
), kept AS (
    SELECT
        unnest(
            arg_min(agency_id, (x_value, agency_id), 20) || arg_max(agency_id, (x_value, agency_id), 20)
            || arg_min(agency_id, (y_value, agency_id), 20) || arg_max(agency_id, (y_value, agency_id), 20)
        ) AS agency_id
    FROM paired
    UNION ALL
    (SELECT agency_id FROM paired ORDER BY size_value DESC NULLS LAST, agency_id LIMIT 300)
    UNION ALL
    (SELECT agency_id FROM paired ORDER BY hash(agency_id), agency_id LIMIT $sample)
)
SELECT
    paired.*,
    correlated.firm,
    correlated.correlation,
    (SELECT count(*) FROM paired) AS agencies,
    number_of($x_metric_id, $year, agency_id) AS number_x_value,
    number_of($y_metric_id, $year, agency_id) AS number_y_value,
    number_of($y_metric_id, $year, agency_id) AS number
FROM paired
SEMI JOIN kept USING (agency_id)
CROSS JOIN correlated
ORDER BY size_value DESC NULLS LAST, agency_id

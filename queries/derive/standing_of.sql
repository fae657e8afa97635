-- id: standing_of
-- step: 7
-- why: Agencies of one year beside the whole of the selection, by measure: for rates the interval, the score, the band, and the ranks that the intervals leave open: an agency may stand anywhere behind those whose interval lies wholly above its own and before those wholly below. Rates on fewer than 30 cases take no band and no rank. A consolidated report does not stand among the agencies it contains. dispersion is the mean squared score, its tails drawn in to the tenth and ninetieth percentile: above 1 the agencies differ by more than chance alone.
CREATE MACRO standing_of(of_metrics, of_demo, in_region, of_kinds, of_agencies, of_year) AS TABLE
WITH measured AS (
    SELECT
        metric_values.metric_id,
        chosen.agency_id,
        chosen.report_id,
        chosen.year,
        chosen.kind,
        metrics.unit,
        numerator,
        denominator,
        value,
        low,
        high,
        is_small,
        metrics.unit = 'rate' AND NOT is_small AS is_firm
    FROM metric_values
    JOIN metrics ON metrics.metric_id = metric_values.metric_id
    JOIN summable_reports(of_demo, in_region, of_kinds, of_agencies, of_year, of_year, 'members') AS chosen
        ON chosen.report_no = metric_values.report_no
    WHERE list_contains(of_metrics, metric_values.metric_id)
), wholes AS (
    SELECT
        metric_id,
        sum(numerator) AS whole_numerator,
        sum(denominator) AS whole_denominator,
        rate(whole_numerator, whole_denominator) AS whole
    FROM measured
    GROUP BY metric_id
), scored AS (
    SELECT *, CASE WHEN is_firm THEN score_of(value, denominator, whole) END AS score
    FROM measured
    JOIN wholes USING (metric_id)
), ends AS (
    SELECT metric_id, agency_id, low AS place, true AS is_low FROM scored WHERE is_firm
    UNION ALL
    SELECT metric_id, agency_id, high AS place, false AS is_low FROM scored WHERE is_firm
), passed AS (
    SELECT
        metric_id,
        agency_id,
        is_low,
        count(CASE WHEN is_low THEN 1 END) OVER (
            PARTITION BY metric_id ORDER BY place DESC, is_low ROWS UNBOUNDED PRECEDING
        ) AS lows_above,
        count(CASE WHEN NOT is_low THEN 1 END) OVER (
            PARTITION BY metric_id ORDER BY place, is_low DESC ROWS UNBOUNDED PRECEDING
        ) AS highs_below
    FROM ends
), ranks AS (
    SELECT
        metric_id,
        agency_id,
        1 + max(lows_above) FILTER (WHERE NOT is_low) AS rank_from,
        max(highs_below) FILTER (WHERE is_low) AS agencies_below
    FROM passed
    GROUP BY metric_id, agency_id
), tails AS (
    SELECT
        metric_id,
        quantile_cont(score, 0.1) AS low_tail,
        quantile_cont(score, 0.9) AS high_tail,
        count(*) FILTER (WHERE is_firm) AS firm
    FROM scored
    GROUP BY metric_id
), spread AS (
    SELECT
        metric_id,
        any_value(firm) AS firm,
        avg(least(greatest(score, low_tail), high_tail) ** 2) FILTER (WHERE is_firm) AS dispersion,
        count(*) FILTER (WHERE band_of(score) IN ('above', 'far_above')) AS above,
        count(*) FILTER (WHERE band_of(score) IN ('below', 'far_below')) AS below
    FROM scored
    JOIN tails USING (metric_id)
    GROUP BY metric_id
)
SELECT
    scored.*,
    band_of(score) AS band,
    ranks.rank_from,
    spread.firm - ranks.agencies_below AS rank_to,
    spread.firm,
    spread.above,
    spread.below,
    0.05 * spread.firm AS expected_outside,
    spread.dispersion
FROM scored
JOIN spread USING (metric_id)
LEFT JOIN ranks USING (metric_id, agency_id)

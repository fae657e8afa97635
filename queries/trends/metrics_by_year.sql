-- id: metrics_by_year
-- title_zh: 各项指标逐年
-- title_en: All measures by year
-- unit: as the measure; change as in derive/change_of.sql
-- grain: one row a year and measure
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: Levels use every report held. Change compares only agencies that reported in both years, so that a missing report is not mistaken for a fall; across a break of meaning there is none. known and held count the reports that should exist and exist; the latest year is incomplete while some are not held.
WITH summed AS (
    SELECT
        metric_id,
        year,
        has_last AND last_numerator IS NOT NULL AS is_pair,
        count(*) AS reports,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator,
        sum(last_numerator) AS last_numerator,
        sum(last_denominator) AS last_denominator
    FROM metric_values
    JOIN followed_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS followed
        ON followed.report_no = metric_values.report_no
    GROUP BY metric_id, year, is_pair
), levels AS (
    SELECT
        metric_id,
        year,
        sum(reports)::BIGINT AS reports,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator
    FROM summed
    GROUP BY metric_id, year
), pairs AS (
    SELECT * RENAME (reports AS comparable_reports)
    FROM summed
    WHERE is_pair
), awaited AS (
    SELECT year, count(report_id) AS held, count(*) AS known
    FROM expected_in_sums($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
    GROUP BY year
)
SELECT
    metrics.metric_id,
    levels.year,
    metrics.unit,
    levels.reports,
    levels.numerator,
    levels.denominator,
    value_of(metrics.unit, levels.numerator, levels.denominator) AS value,
    CASE WHEN metrics.unit = 'rate' THEN wilson_low(levels.numerator, levels.denominator) END AS low,
    CASE WHEN metrics.unit = 'rate' THEN wilson_high(levels.numerator, levels.denominator) END AS high,
    coalesce(levels.denominator < 30, FALSE) AS is_small,
    list_contains(metrics.break_years, levels.year) AS is_break,
    awaited.held,
    awaited.known,
    coalesce(held < known AND levels.year = max(levels.year) OVER (), FALSE) AS is_incomplete,
    pairs.comparable_reports,
    pairs.last_numerator,
    pairs.last_denominator,
    value_of(metrics.unit, pairs.last_numerator, pairs.last_denominator) AS last_value,
    CASE
        WHEN list_contains(metrics.break_years, levels.year) THEN NULL
        ELSE change_of(
            metrics.unit,
            value_of(metrics.unit, pairs.numerator, pairs.denominator),
            value_of(metrics.unit, pairs.last_numerator, pairs.last_denominator)
        )
    END AS change,
    number_of(metrics.metric_id, levels.year, '') AS number
FROM levels
JOIN metrics ON metrics.metric_id = levels.metric_id
LEFT JOIN pairs ON pairs.metric_id = levels.metric_id AND pairs.year = levels.year
LEFT JOIN awaited ON awaited.year = levels.year
ORDER BY metrics.position, levels.year

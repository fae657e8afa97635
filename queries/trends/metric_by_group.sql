-- id: metric_by_group
-- title_zh: 单项指标：按类别、行业或地区逐年
-- title_en: One measure by kind, sector or region and year
-- unit: as the measure; index without unit
-- grain: one row a year and group, and one a year for all groups together (group_code *)
-- params: is_demo, region, kinds, agencies, year_from, year_to, metric_id, grouping, base_year
-- why: Where it comes from; consolidated reports are left out because they contain the others. index_value is a chained index of a count or amount, base_year = 100: each link compares only agencies with both years; a break, a year without such agencies or a sum of zero cuts the chain, and outside the piece that holds base_year there is none. rolling_value takes three years together (a count: their mean), NULL where one is missing or a break lies within. known and held count the reports that should exist and exist; the latest year is incomplete while some are not held.
WITH summed_groups AS (
    SELECT
        group_codes($grouping, kind, sector, region_path)[1] AS group_code,
        year,
        has_last AND last_numerator IS NOT NULL AS is_pair,
        count(*) AS reports,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator,
        sum(last_numerator) AS last_numerator,
        sum(last_denominator) AS last_denominator
    FROM metric_values
    JOIN followed_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, 'members') AS followed
        ON followed.report_no = metric_values.report_no
    WHERE metric_id = $metric_id
    GROUP BY group_code, year, is_pair
), summed AS (
    SELECT
        unnest([group_code, '*']) AS group_code,
        * EXCLUDE (group_code)
    FROM summed_groups
), levels AS (
    SELECT
        group_code,
        year,
        sum(reports)::BIGINT AS reports,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator
    FROM summed
    GROUP BY group_code, year
), pairs AS (
    SELECT
        group_code,
        year,
        sum(reports)::BIGINT AS comparable_reports,
        sum(numerator) AS numerator,
        sum(denominator) AS denominator,
        sum(last_numerator) AS last_numerator,
        sum(last_denominator) AS last_denominator
    FROM summed
    WHERE is_pair
    GROUP BY group_code, year
), awaited_groups AS (
    SELECT
        group_codes($grouping, kind, sector, region_path)[1] AS group_code,
        year,
        count(report_id) AS held,
        count(*) AS known
    FROM expected_in_sums($is_demo, $region, $kinds, $agencies, $year_from, $year_to, 'members')
    GROUP BY group_code, year
), awaited AS (
    SELECT group_code, year, sum(held)::BIGINT AS held, sum(known)::BIGINT AS known
    FROM (SELECT unnest([group_code, '*']) AS group_code, * EXCLUDE (group_code) FROM awaited_groups)
    GROUP BY group_code, year
), linked AS (
    SELECT
        levels.*,
        metrics.unit,
        list_contains(metrics.break_years, levels.year) AS is_break,
        len(list_filter(metrics.break_years, lambda edge: edge <= levels.year)) AS era,
        comparable_reports,
        last_numerator,
        last_denominator,
        CASE
            WHEN is_break THEN NULL
            ELSE change_of(
                unit,
                value_of(unit, pairs.numerator, pairs.denominator),
                value_of(unit, last_numerator, last_denominator)
            )
        END AS change,
        CASE
            WHEN unit NOT IN ('rate', 'balance') AND NOT is_break AND levels.year > $year_from
                THEN rate(pairs.numerator, last_numerator)
        END AS link
    FROM levels
    JOIN metrics ON metrics.metric_id = $metric_id
    LEFT JOIN pairs ON pairs.group_code = levels.group_code AND pairs.year = levels.year
), pieces AS (
    SELECT
        *,
        count(*) FILTER (link IS NULL) OVER (PARTITION BY group_code ORDER BY year) AS piece,
        sum(numerator) OVER three AS rolling_numerator,
        sum(denominator) OVER three AS rolling_denominator,
        count(*) OVER three AS rolling_years
    FROM linked
    WINDOW three AS (
        PARTITION BY group_code, era ORDER BY year RANGE BETWEEN 2 PRECEDING AND CURRENT ROW
    )
), chained AS (
    SELECT
        *,
        product(coalesce(link, 1)) OVER (PARTITION BY group_code, piece ORDER BY year) AS chain
    FROM pieces
)
SELECT
    chained.group_code,
    chained.year,
    chained.unit,
    reports,
    numerator,
    denominator,
    value_of(unit, numerator, denominator) AS value,
    CASE WHEN unit = 'rate' THEN wilson_low(numerator, denominator) END AS low,
    CASE WHEN unit = 'rate' THEN wilson_high(numerator, denominator) END AS high,
    is_break,
    comparable_reports,
    last_numerator,
    last_denominator,
    change,
    CASE WHEN rolling_years = 3 THEN rolling_numerator END AS rolling_numerator,
    CASE WHEN rolling_years = 3 THEN rolling_denominator END AS rolling_denominator,
    CASE
        WHEN rolling_years < 3 THEN NULL
        WHEN unit = 'rate' THEN rate(rolling_numerator, rolling_denominator)
        ELSE rolling_numerator::DOUBLE / 3
    END AS rolling_value,
    CASE WHEN unit = 'rate' THEN wilson_low(rolling_numerator, rolling_denominator) END AS rolling_low,
    CASE WHEN unit = 'rate' THEN wilson_high(rolling_numerator, rolling_denominator) END AS rolling_high,
    CASE WHEN unit NOT IN ('rate', 'balance') THEN
        100 * chain / nullif(max(chain) FILTER (chained.year = $base_year) OVER same_piece, 0)
    END AS index_value,
    awaited.held,
    awaited.known,
    coalesce(held < known AND chained.year = max(chained.year) OVER (), FALSE) AS is_incomplete,
    dense_rank() OVER (ORDER BY coalesce(weight, 0) DESC, chained.group_code) AS place,
    CASE WHEN chained.group_code <> '' THEN
        number_of($metric_id, chained.year, $grouping || ':' || chained.group_code)
    END AS number
FROM chained
JOIN (
    SELECT group_code, max_by(coalesce(denominator, numerator), year) AS weight
    FROM levels
    GROUP BY group_code
) AS sizes ON sizes.group_code = chained.group_code
LEFT JOIN awaited ON awaited.group_code = chained.group_code AND awaited.year = chained.year
WINDOW same_piece AS (PARTITION BY chained.group_code, piece)
ORDER BY place, chained.year

-- id: rate_movers
-- title_zh: 比率变化的机关贡献
-- title_en: Who moved the rate
-- unit: percentage points
-- grain: one row an agency that reported in both years
-- params: is_demo, region, kinds, agencies, year, basis, metric_id
-- why: Splits the change of a summed rate among agencies: (n − R·d)/D this year less the same last year, R being last year's rate and D the summed denominator. The parts add up exactly to the change, which stands in every row; beyond is what the agencies after this one, with smaller parts, add up to. None in a year from which the measure means something else.
WITH measured AS (
    SELECT chosen.agency_id, chosen.year, numerator, denominator
    FROM metric_values
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year - 1, $year, $basis) AS chosen
        ON chosen.report_id = metric_values.report_id
    JOIN metrics ON metrics.metric_id = metric_values.metric_id
    WHERE metric_values.metric_id = $metric_id AND denominator IS NOT NULL
        AND NOT list_contains(metrics.break_years, $year)
), pairs AS (
    SELECT
        this.agency_id,
        this.numerator,
        this.denominator,
        last.numerator AS last_numerator,
        last.denominator AS last_denominator
    FROM measured AS this
    JOIN measured AS last ON last.agency_id = this.agency_id AND last.year = $year - 1
    WHERE this.year = $year
), whole AS (
    SELECT
        sum(denominator) AS denominator,
        sum(last_denominator) AS last_denominator,
        rate(sum(last_numerator), sum(last_denominator)) AS last_rate
    FROM pairs
), parts AS (
    SELECT
        pairs.*,
        rate(pairs.numerator, pairs.denominator) AS value,
        rate(pairs.last_numerator, pairs.last_denominator) AS last_value,
        100 * (
            (pairs.numerator - last_rate * pairs.denominator) / nullif(whole.denominator, 0)
            - (pairs.last_numerator - last_rate * pairs.last_denominator) / nullif(whole.last_denominator, 0)
        )::DOUBLE AS contribution
    FROM pairs
    CROSS JOIN whole
)
SELECT
    *,
    sum(contribution) OVER () AS change,
    sum(contribution) OVER (
        ORDER BY abs(contribution) DESC, agency_id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS beyond,
    number_of($metric_id, $year, agency_id) AS number
FROM parts
ORDER BY abs(contribution) DESC, agency_id

-- id: lawsuit_paths
-- title_zh: 直接起诉与复议后起诉
-- title_en: Lawsuits directly and after a review
-- unit: count; share of lawsuits filed directly
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: Which way to court was taken, and how that differs between the years before and since the law changed it. period_* add up the years between two breaks of the measure direct_litigation_share; nothing is added up across one.
WITH edges AS (
    SELECT unnest(break_years) AS edge
    FROM metrics
    WHERE metric_id = 'direct_litigation_share'
), yearly AS (
    SELECT
        chosen.year,
        count(*) AS reports,
        sum(metric_values.numerator) AS direct_lawsuits,
        sum(metric_values.denominator - metric_values.numerator) AS after_review_lawsuits,
        sum(metric_values.denominator) AS lawsuits,
        coalesce((SELECT max(edge) FROM edges WHERE edge <= chosen.year), 0) AS period
    FROM metric_values
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_id = metric_values.report_id
    WHERE metric_id = 'direct_litigation_share'
    GROUP BY chosen.year
), periods AS (
    SELECT
        period,
        min(year) AS period_from,
        max(year) AS period_to,
        sum(direct_lawsuits) AS period_direct,
        sum(lawsuits) AS period_lawsuits
    FROM yearly
    GROUP BY period
)
SELECT
    year,
    reports,
    direct_lawsuits,
    after_review_lawsuits,
    lawsuits,
    rate(direct_lawsuits, lawsuits) AS share,
    wilson_low(direct_lawsuits, lawsuits) AS low,
    wilson_high(direct_lawsuits, lawsuits) AS high,
    lawsuits < 30 AS is_small,
    yearly.period > 0 AND yearly.period = year AS is_break,
    period_from,
    period_to,
    period_direct,
    period_lawsuits,
    rate(period_direct, period_lawsuits) AS period_share,
    wilson_low(period_direct, period_lawsuits) AS period_low,
    wilson_high(period_direct, period_lawsuits) AS period_high,
    period_lawsuits < 30 AS is_small_period,
    number_of('4/litigation_direct/total', year, '') AS number_direct_lawsuits,
    number_of('4/litigation_after_review/total', year, '') AS number_after_review_lawsuits,
    number_of('direct_litigation_share', year, '') AS number,
    number_of('direct_litigation_share', concat_ws('-', period_from, period_to), '') AS number_period_share
FROM yearly
JOIN periods ON periods.period = yearly.period
ORDER BY year

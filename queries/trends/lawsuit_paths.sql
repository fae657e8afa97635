-- id: lawsuit_paths
-- title_zh: 直接起诉与复议后起诉
-- title_en: Lawsuits directly and after a review
-- unit: count; share of lawsuits filed directly
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: Which way to court was taken, and how that differs between the years before and since the law changed it. period_* add up the years between two breaks of the measure direct_litigation_share; nothing is added up across one. Shares are of reports that tell both paths (numerator, lawsuits). is_every_agency says whether all agencies of the selection are on that side.
WITH edges AS (
    SELECT unnest(break_years) AS edge
    FROM metrics
    WHERE metric_id = 'direct_litigation_share'
), measured AS (
    SELECT
        chosen.agency_id,
        chosen.year,
        direct_lawsuits,
        after_review_lawsuits,
        direct_lawsuits + after_review_lawsuits AS denominator,
        CASE WHEN denominator IS NOT NULL THEN direct_lawsuits END AS numerator,
        coalesce((SELECT max(edge) FROM edges WHERE edge <= chosen.year), 0) AS period
    FROM current_metrics
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = current_metrics.report_no
    WHERE coalesce(direct_lawsuits, after_review_lawsuits) IS NOT NULL
), yearly AS (
    SELECT
        year,
        period,
        count(*) AS reports,
        sum(direct_lawsuits) AS direct_lawsuits,
        sum(after_review_lawsuits) AS after_review_lawsuits,
        sum(numerator) AS numerator,
        sum(denominator) AS lawsuits
    FROM measured
    GROUP BY year, period
), periods AS (
    SELECT
        period,
        min(year) AS period_from,
        max(year) AS period_to,
        count(DISTINCT agency_id) FILTER (denominator IS NOT NULL) AS period_agencies,
        sum(numerator) AS period_direct,
        sum(denominator) AS period_lawsuits
    FROM measured
    GROUP BY period
)
SELECT
    year,
    reports,
    direct_lawsuits,
    after_review_lawsuits,
    numerator,
    lawsuits,
    rate(numerator, lawsuits) AS share,
    wilson_low(numerator, lawsuits) AS low,
    wilson_high(numerator, lawsuits) AS high,
    coalesce(lawsuits < 30, FALSE) AS is_small,
    yearly.period > 0 AND yearly.period = year AS is_break,
    period_from,
    period_to,
    period_agencies,
    period_agencies = (
        SELECT count(DISTINCT agency_id) FROM measured WHERE denominator IS NOT NULL
    ) AS is_every_agency,
    period_direct,
    period_lawsuits,
    rate(period_direct, period_lawsuits) AS period_share,
    wilson_low(period_direct, period_lawsuits) AS period_low,
    wilson_high(period_direct, period_lawsuits) AS period_high,
    coalesce(period_lawsuits < 30, FALSE) AS is_small_period,
    number_of('4/litigation_direct/total', year, '') AS number_direct_lawsuits,
    number_of('4/litigation_after_review/total', year, '') AS number_after_review_lawsuits,
    number_of('direct_litigation_share', year, '') AS number,
    number_of('direct_litigation_share', concat_ws('-', period_from, period_to), '') AS number_period_share
FROM yearly
JOIN periods ON periods.period = yearly.period
ORDER BY year

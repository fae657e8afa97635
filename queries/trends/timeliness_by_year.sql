-- id: timeliness_by_year
-- title_zh: 公布及时性逐年
-- title_en: Timeliness by year
-- unit: shares; days after the deadline, negative is early; change in percentage points and in days
-- grain: one row a year and measure
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Whether it is getting better. Shares late and at the last moment are of reports whose date is known, the share not held of reports due by the day of the build; before 2019, when it is not known which exist, there is none. Changes compare only agencies known in both years: with a date, for the share not held with a report due.
WITH due AS (
    SELECT
        year,
        agency_id,
        CASE WHEN published_on IS NOT NULL THEN (state = 'late')::INTEGER END AS late_share,
        CASE WHEN published_on IS NOT NULL THEN is_last_moment::INTEGER END AS last_moment_share,
        days_late AS median_days,
        CASE WHEN state <> 'not_due' AND year >= 2019 THEN (report_id IS NULL)::INTEGER END AS not_held_share
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from - 1, $year_to)
), followed AS (
    SELECT
        this.*,
        last.late_share AS last_late_share,
        last.last_moment_share AS last_last_moment_share,
        last.median_days AS last_median_days,
        last.not_held_share AS last_not_held_share
    FROM due AS this
    LEFT JOIN due AS last ON last.agency_id = this.agency_id AND last.year = this.year - 1
    WHERE this.year >= $year_from
), counted AS (
    SELECT *
    FROM followed
    UNPIVOT INCLUDE NULLS (
        (counts, last_counts) FOR metric_id IN (
            (late_share, last_late_share) AS late_share,
            (last_moment_share, last_last_moment_share) AS last_moment_share,
            (median_days, last_median_days) AS median_days,
            (not_held_share, last_not_held_share) AS not_held_share
        )
    )
    WHERE counts IS NOT NULL
), pairs AS (
    SELECT
        metric_id,
        year,
        count(*) AS comparable_reports,
        coalesce(
            median(last_counts) FILTER (metric_id = 'median_days'), avg(last_counts) FILTER (metric_id <> 'median_days')
        ) AS last_value,
        coalesce(
            median(counts) FILTER (metric_id = 'median_days'), avg(counts) FILTER (metric_id <> 'median_days')
        ) AS this_value
    FROM counted
    WHERE last_counts IS NOT NULL
    GROUP BY metric_id, year
), levels AS (
    SELECT
        metric_id,
        year,
        CASE WHEN metric_id = 'median_days' THEN 'days' ELSE 'rate' END AS unit,
        count(*) AS reports,
        CASE WHEN metric_id <> 'median_days' THEN sum(counts)::BIGINT END AS numerator,
        CASE WHEN metric_id <> 'median_days' THEN count(*) END AS denominator,
        median(counts) FILTER (metric_id = 'median_days') AS middle,
        quantile_cont(counts, 0.25) FILTER (metric_id = 'median_days') AS lower_quarter,
        quantile_cont(counts, 0.75) FILTER (metric_id = 'median_days') AS upper_quarter
    FROM counted
    GROUP BY metric_id, year
)
SELECT
    levels.metric_id,
    levels.year,
    levels.unit,
    levels.reports,
    levels.numerator,
    levels.denominator,
    CASE WHEN levels.unit = 'rate' THEN rate(levels.numerator, levels.denominator) ELSE levels.middle END AS value,
    CASE WHEN levels.unit = 'rate' THEN wilson_low(levels.numerator, levels.denominator) ELSE levels.lower_quarter END AS low,
    CASE WHEN levels.unit = 'rate' THEN wilson_high(levels.numerator, levels.denominator) ELSE levels.upper_quarter END AS high,
    coalesce(levels.denominator < 30, FALSE) AS is_small,
    pairs.comparable_reports,
    pairs.last_value,
    CASE WHEN levels.unit = 'rate' THEN 100 ELSE 1 END * (pairs.this_value - pairs.last_value) AS change
FROM levels
LEFT JOIN pairs ON pairs.metric_id = levels.metric_id AND pairs.year = levels.year
ORDER BY
    list_position(['late_share', 'last_moment_share', 'median_days', 'not_held_share'], levels.metric_id),
    levels.year

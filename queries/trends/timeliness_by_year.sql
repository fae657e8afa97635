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
), counted AS (
    UNPIVOT due
    ON late_share, last_moment_share, median_days, not_held_share
    INTO NAME metric_id VALUE counts
), pairs AS (
    SELECT
        this.metric_id,
        this.year,
        count(*) AS comparable_reports,
        CASE WHEN this.metric_id = 'median_days' THEN median(last.counts) ELSE avg(last.counts) END AS last_value,
        CASE WHEN this.metric_id = 'median_days' THEN median(this.counts) ELSE avg(this.counts) END AS this_value
    FROM counted AS this
    JOIN counted AS last
        ON last.metric_id = this.metric_id AND last.agency_id = this.agency_id
        AND last.year = this.year - 1
    GROUP BY this.metric_id, this.year
), levels AS (
    SELECT
        metric_id,
        year,
        CASE WHEN metric_id = 'median_days' THEN 'days' ELSE 'rate' END AS unit,
        count(*) AS reports,
        CASE WHEN metric_id <> 'median_days' THEN sum(counts)::BIGINT END AS numerator,
        CASE WHEN metric_id <> 'median_days' THEN count(*) END AS denominator,
        median(counts) AS middle,
        quantile_cont(counts, 0.25) AS lower_quarter,
        quantile_cont(counts, 0.75) AS upper_quarter
    FROM counted
    WHERE year >= $year_from
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

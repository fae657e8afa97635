-- id: timeliness_summary
-- title_zh: 年报公布概况
-- title_en: Publication in one year
-- unit: count of reports; shares; days after the deadline
-- grain: one row
-- params: is_demo, region, kinds, agencies, year
-- why: The sentence at the head of the page: what became of the reports due for that year, who was latest, and how the same agencies did the year before.
WITH all_due AS MATERIALIZED (
    SELECT *
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year - 1, $year)
), this AS MATERIALIZED (
    SELECT * FROM all_due WHERE year = $year
), pairs AS (
    SELECT this.state, last.state AS last_state
    FROM this
    JOIN all_due AS last ON last.agency_id = this.agency_id AND last.year = $year - 1
    WHERE this.published_on IS NOT NULL AND last.published_on IS NOT NULL
), repeated AS (
    SELECT
        count(*) AS comparable,
        count(*) FILTER (WHERE state = 'late') AS comparable_late,
        count(*) FILTER (WHERE last_state = 'late') AS last_late,
        count(*) FILTER (WHERE state = 'late' AND last_state = 'late') AS late_again
    FROM pairs
), latest AS (
    SELECT agency_id AS latest_agency, days_late AS latest_days, count(*) OVER (PARTITION BY days_late) AS equally_late
    FROM this
    WHERE state = 'late'
    ORDER BY days_late DESC, agency_id
    LIMIT 1
), counted AS (
    SELECT
        count(*) FILTER (WHERE state <> 'not_due') AS due,
        count(*) FILTER (WHERE state = 'not_due') AS not_due,
        count(report_id) AS held,
        count(published_on) AS dated,
        count(*) FILTER (WHERE state = 'in_time') AS in_time,
        count(*) FILTER (WHERE is_last_moment) AS last_moment,
        count(*) FILTER (WHERE state = 'late') AS late,
        count(*) FILTER (WHERE state = 'undated') AS undated,
        count(*) FILTER (WHERE state = 'unpublished') AS unpublished,
        count(*) FILTER (WHERE state = 'unusable') AS unusable,
        count(*) FILTER (WHERE state = 'missing') AS missing,
        count(*) FILTER (WHERE report_id IS NOT NULL AND stated_on IS NOT NULL) AS found_since,
        rate(count(*) FILTER (WHERE state = 'late'), count(published_on)) AS late_share,
        rate(count(*) FILTER (WHERE is_last_moment), count(published_on)) AS last_moment_share,
        median(days_late) AS median_days
    FROM this
)
SELECT
    counted.*,
    repeated.*,
    latest_agency,
    latest_days,
    coalesce(equally_late, 0) AS equally_late,
    as_of() AS known_until
FROM counted
CROSS JOIN repeated
LEFT JOIN latest ON TRUE

-- id: publication_days
-- title_zh: 公布日与最后期限
-- title_en: Days of publication and deadline
-- unit: days after the deadline; negative is early
-- grain: one row a deadline and day on which reports were published
-- params: is_demo, region, kinds, agencies, year
-- why: Whether reports come early, at the last moment or late. Those more than 60 days late stand on day 60, those more than 100 days early on day -100, so that one of them does not squeeze all others. Agencies are named up to twenty a day; unnamed counts the others. Repeated in every row: all reports with a date and those early, at the last moment and late.
WITH dated AS (
    SELECT
        *,
        CASE WHEN state = 'late' THEN 'late' WHEN is_last_moment THEN 'last_moment' ELSE 'early' END AS part,
        greatest(-100, least(60, days_late)) AS day,
        count(*) OVER (PARTITION BY due_on) AS dated_reports
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year, $year)
    WHERE published_on IS NOT NULL
)
SELECT
    due_on,
    day,
    due_on + day::INTEGER AS shown_on,
    any_value(part) AS part,
    count(*) AS reports,
    any_value(dated_reports) AS dated_reports,
    min(days_late) AS days_from,
    max(days_late) AS days_to,
    array_to_string(list(agency_id ORDER BY days_late, agency_id)[:20], ';') AS agency_ids,
    array_to_string(list(days_late ORDER BY days_late, agency_id)[:20], ';') AS days_of_each,
    greatest(count(*) - 20, 0) AS unnamed,
    sum(count(*)) OVER ()::BIGINT AS all_reports,
    coalesce(sum(count(*) FILTER (part = 'early')) OVER (), 0)::BIGINT AS early,
    coalesce(sum(count(*) FILTER (part = 'last_moment')) OVER (), 0)::BIGINT AS last_moment,
    coalesce(sum(count(*) FILTER (part = 'late')) OVER (), 0)::BIGINT AS late
FROM dated
GROUP BY due_on, day
ORDER BY due_on, day

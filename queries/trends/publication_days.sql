-- id: publication_days
-- title_zh: 公布日与最后期限
-- title_en: Days of publication and deadline
-- unit: days after the deadline; negative is early
-- grain: one row a deadline and day on which reports were published
-- params: is_demo, region, kinds, agencies, year
-- why: Whether reports come early, at the last moment or late. Those more than 60 days late stand on day 60, those more than 100 days early on day -100, so that one of them does not squeeze all others.
WITH dated AS (
    SELECT
        *,
        greatest(-100, least(60, days_late)) AS day,
        count(*) OVER (PARTITION BY due_on) AS dated_reports
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year, $year)
    WHERE published_on IS NOT NULL
)
SELECT
    due_on,
    day,
    due_on + day::INTEGER AS shown_on,
    CASE WHEN any_value(state) = 'late' THEN 'late' WHEN any_value(is_last_moment) THEN 'last_moment' ELSE 'early' END AS part,
    count(*) AS reports,
    any_value(dated_reports) AS dated_reports,
    min(days_late) AS days_from,
    max(days_late) AS days_to,
    string_agg(agency_id, ';' ORDER BY days_late, agency_id) AS agency_ids,
    string_agg(days_late, ';' ORDER BY days_late, agency_id) AS days_of_each
FROM dated
GROUP BY due_on, day
ORDER BY due_on, day

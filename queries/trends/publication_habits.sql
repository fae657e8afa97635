-- id: publication_habits
-- title_zh: 各机关历年公布时点
-- title_en: When each agency publishes
-- unit: count of reports; days after the deadline, negative is early
-- grain: one row an agency with a report whose date is known
-- params: is_demo, region, kinds, agencies, year_from, year_to, first, rows
-- why: Who publishes at the last moment or late again and again: those with the most such years stand first. So many rows from the first (0) on, all where rows is NULL; how many there are in all stands in every row (all_rows).
SELECT
    agency_id,
    any_value(kind) AS kind,
    count(*) AS dated,
    count(*) FILTER (WHERE is_last_moment) AS last_moment,
    count(*) FILTER (WHERE state = 'late') AS late,
    count(*) FILTER (WHERE is_last_moment OR state = 'late') AS last_or_late,
    median(days_late) AS median_days,
    max(days_late) AS latest_days,
    max_by(days_late, year) AS last_days,
    list(days_late ORDER BY year) AS series,
    count(*) OVER () AS all_rows
FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
WHERE published_on IS NOT NULL
GROUP BY agency_id
ORDER BY last_or_late DESC, late DESC, median_days DESC, agency_id
LIMIT $rows OFFSET $first

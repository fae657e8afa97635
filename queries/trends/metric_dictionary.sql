-- id: metric_dictionary
-- title_zh: 指标口径
-- title_en: The measures and what they mean
-- unit: count
-- grain: one row a measure
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The entry of every measure in the dictionary, the statement that made it in this build, and how many of the chosen reports it can be computed for.
WITH chosen AS (
    SELECT report_no, year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), held AS (
    SELECT
        metric_id,
        count(*) AS reports,
        count(*) FILTER (WHERE denominator = 0) AS reports_without_cases,
        min(year) AS first_year,
        max(year) AS last_year
    FROM metric_values
    JOIN chosen ON chosen.report_no = metric_values.report_no
    GROUP BY metric_id
)
SELECT
    metrics.*,
    coalesce(held.reports, 0) AS reports,
    coalesce(held.reports_without_cases, 0) AS reports_without_cases,
    (SELECT count(*) FROM chosen) AS chosen_reports,
    held.first_year,
    held.last_year
FROM metrics
LEFT JOIN held ON held.metric_id = metrics.metric_id
ORDER BY metrics.position

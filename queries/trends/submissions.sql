-- id: submissions
-- title_zh: 各机关年报公布情况
-- title_en: Publication of each report
-- unit: days after the deadline; negative is early
-- grain: one row an agency known and year
-- params: is_demo, region, kinds, agencies, year_from, year_to, states, first, rows
-- why: Who was late and what is missing; the one published last comes first. What is expected and what became of it: derive/due_reports.sql. Only of these states where states is not NULL; so many rows from the first (0) on, all where rows is NULL. How many there are in all stands in every row (all_rows).
WITH listed AS MATERIALIZED (
    SELECT *, count(*) OVER () AS all_rows
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
    WHERE $states IS NULL OR list_contains($states, state)
    ORDER BY year DESC, published_on DESC NULLS LAST, agency_id
    LIMIT $rows OFFSET $first
)
SELECT listed.*, reports.source_url
FROM listed
LEFT JOIN reports ON reports.report_id = listed.report_id
ORDER BY listed.year DESC, listed.published_on DESC NULLS LAST, listed.agency_id

-- id: problems_list
-- title_zh: 读取中的疑点
-- title_en: Doubts in reading
-- unit: none
-- grain: one row a problem
-- params: is_demo, region, kinds, agencies, year_from, year_to, first, rows
-- why: What the extraction could not settle in the chosen reports: so many rows from the first (0) on, all where rows is NULL. How many there are in all stands in every row (all_rows).
SELECT
    chosen.agency_id,
    chosen.year,
    problems.report_id,
    problems.code,
    problems.found,
    problems.expected,
    problems.locator,
    count(*) OVER () AS all_rows
FROM problems
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = problems.report_id
ORDER BY chosen.year DESC, chosen.agency_id, problems.position
LIMIT $rows OFFSET $first

-- id: problems_list
-- title_zh: 读取中的疑点
-- title_en: Doubts in reading
-- unit: none
-- grain: one row a problem
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What the extraction could not settle in the chosen reports.
SELECT
    chosen.agency_id,
    chosen.year,
    problems.report_id,
    problems.code,
    problems.found,
    problems.expected,
    problems.locator
FROM problems
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = problems.report_id
ORDER BY chosen.year DESC, chosen.agency_id, problems.position

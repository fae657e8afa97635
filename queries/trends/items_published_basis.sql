-- id: items_published_basis
-- title_zh: 主动公开信息条数的依据
-- title_en: What the items published rest on
-- unit: count
-- grain: one row a year with reports
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: The measure comes from prose: how many reports state it, how many only approximately, and how many contradict themselves or leave it out.
SELECT
    chosen.year,
    count(*) AS reports,
    count(stated.value) AS stated,
    count(*) FILTER (WHERE stated.value IS NOT NULL AND stated.is_approximate) AS approximate,
    count(*) FILTER (WHERE stated.report_id IS NOT NULL AND stated.value IS NULL) AS contradictory,
    count(*) FILTER (WHERE stated.report_id IS NULL) AS unstated
FROM summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
LEFT JOIN stated_totals AS stated
    ON stated.report_id = chosen.report_id AND stated.figure = 'items_published'
GROUP BY chosen.year
ORDER BY chosen.year

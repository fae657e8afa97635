-- id: items_published_basis
-- title_zh: 主动公开信息条数的依据
-- title_en: What the items published rest on
-- unit: count
-- grain: one row a year with reports
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: No table since 2019 holds the measure: how many reports state it, how many only approximately or in the annex of the years before, and how many contradict themselves or leave it out.
SELECT
    year,
    count(*) AS reports,
    count(*) FILTER (WHERE is_stated) AS stated,
    count(*) FILTER (WHERE is_approximate) AS approximate,
    count(*) FILTER (WHERE is_in_annex) AS in_annex,
    count(*) FILTER (WHERE is_contradictory) AS contradictory,
    count(*) FILTER (WHERE is_unstated) AS unstated
FROM items_published_states($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
GROUP BY year
ORDER BY year

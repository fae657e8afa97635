-- id: submission_states
-- title_zh: 年报公布情况合计
-- title_en: Reports due, by what became of them
-- unit: count
-- grain: one row a state that occurs
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: How many of the reports due were late, are not held for which reason, or have no date; see derive/submissions_of.sql.
SELECT state, count(*) AS reports
FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
GROUP BY state
ORDER BY state

-- id: coverage
-- title_zh: 年报收录情况
-- title_en: Coverage
-- unit: count; share of agencies known
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Reports held against those due of that report year (see derive/submissions_of.sql): how far the other figures can be trusted. What is not held and not due by the day of the build is not missing; not_due counts it apart.
SELECT
    year,
    count(report_id) AS held,
    count(*) FILTER (state <> 'not_due') AS known,
    count(*) FILTER (state <> 'not_due' AND report_id IS NULL) AS missing,
    rate(count(report_id), count(*) FILTER (state <> 'not_due')) AS share,
    count(*) FILTER (state = 'not_due') AS not_due
FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
GROUP BY year
ORDER BY year

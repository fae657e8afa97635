-- id: coverage
-- title_zh: 年报收录情况
-- title_en: Coverage
-- unit: count; share of agencies known
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Reports held against those expected of that report year (see derive/expected_reports.sql): how far the other figures can be trusted.
SELECT
    year,
    count(report_id) AS held,
    count(*) AS known,
    count(*) - count(report_id) AS missing,
    rate(count(report_id), count(*)) AS share
FROM expected_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
GROUP BY year
ORDER BY year

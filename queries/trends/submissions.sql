-- id: submissions
-- title_zh: 各机关年报公布情况
-- title_en: Publication of each report
-- unit: days after the deadline; negative is early
-- grain: one row an agency known and year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Who was late and what is missing. What is expected and by when: derive/expected_reports.sql.
SELECT
    agency_id,
    year,
    report_id,
    published_on,
    due_on,
    date_diff('day', due_on, published_on) AS days_late,
    CASE
        WHEN report_id IS NULL THEN 'missing'
        WHEN published_on IS NULL THEN 'undated'
        WHEN published_on > due_on THEN 'late'
        ELSE 'in_time'
    END AS state
FROM expected_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
ORDER BY year DESC, agency_id

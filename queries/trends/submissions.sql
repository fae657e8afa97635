-- id: submissions
-- title_zh: 各机关年报公布情况
-- title_en: Publication of each report
-- unit: days after the deadline; negative is early
-- grain: one row an agency known and year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Who was late and what is missing; the one published last comes first. What is expected and by when: derive/expected_reports.sql, what became of it: derive/submissions_of.sql.
SELECT held.*, reports.source_url
FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS held
LEFT JOIN reports ON reports.report_id = held.report_id
ORDER BY held.year DESC, held.published_on DESC NULLS LAST, held.agency_id

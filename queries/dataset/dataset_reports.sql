-- id: dataset_reports
-- title_zh: 年报
-- title_en: Reports
-- unit: none
-- grain: one row a current report: the newest revision of an agency and year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Which reports the other tables are about, where each was published and which file it was read from.
SELECT
    reports.report_id,
    reports.agency_id,
    reports.year,
    reports.form,
    reports.title,
    reports.published_on,
    reports.source_url,
    reports.path,
    reports.format,
    reports.sha256,
    chosen.is_demo
FROM reports
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = reports.report_id
ORDER BY reports.agency_id, reports.year

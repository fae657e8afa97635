-- id: revisions_summary
-- title_zh: 修订概况
-- title_en: Revisions in figures
-- unit: count of reports
-- grain: one row
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Of how many reports a figure was changed after they were published. A report counts once, however often it was revised; revisions counts every time.
WITH chosen AS (
    SELECT report_id, agency_id, year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
)
SELECT
    count(DISTINCT chosen.report_id) AS reports,
    count(DISTINCT chosen.report_id) FILTER (WHERE revised.report_id IS NOT NULL) AS revised,
    count(revised.report_id) AS revisions,
    count(DISTINCT chosen.report_id) FILTER (WHERE revised.table_3_cells > 0) AS table_3_revised,
    count(DISTINCT chosen.report_id) FILTER (WHERE revised.changed_cells > 0) AS figures_revised
FROM chosen
LEFT JOIN revisions AS revised ON revised.agency_id = chosen.agency_id AND revised.year = chosen.year

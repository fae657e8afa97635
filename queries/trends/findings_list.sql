-- id: findings_list
-- title_zh: 校核发现明细
-- title_en: Findings
-- unit: as the cell
-- grain: one row an offending cell
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What to ask whom, cell by cell, with the place in the source and what was decided about it; how many findings of its report stand (standing_in_report).
SELECT
    rules.severity,
    found.*,
    rules.title_zh,
    rules.title_en,
    rules.message_zh,
    rules.message_en,
    rules.ask_zh,
    rules.ask_en,
    chosen.agency_id,
    chosen.region_path,
    chosen.kind,
    chosen.year,
    chosen.published_on,
    reports.source_url,
    reports.path,
    concat_ws('/', nullif(found.table_code, ''), nullif(found.row_code, ''), nullif(found.column_code, '')) AS cell,
    coalesce(cells.raw, '') AS raw,
    cells.value AS cell_value,
    cells.status AS cell_status,
    coalesce(cells.locator, '') AS locator,
    CASE
        WHEN cells.report_id IS NOT NULL THEN
            number_of(cell, chosen.year, 'report:' || found.report_id)
    END AS number,
    count(*) FILTER (found.is_standing) OVER (PARTITION BY found.report_id) AS standing_in_report
FROM settled_findings AS found
JOIN rules ON rules.rule = found.rule
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = found.report_id
JOIN reports ON reports.report_id = found.report_id
LEFT JOIN questioned_cells AS cells
    ON cells.report_id = found.report_id AND cells.table_code = found.table_code
    AND cells.row_code = found.row_code AND cells.column_code = found.column_code
ORDER BY
    rules.severity, chosen.year DESC, chosen.agency_id, found.rule,
    found.table_code, found.row_code, found.column_code

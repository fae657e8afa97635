-- id: findings_list
-- title_zh: 校核发现明细
-- title_en: Findings
-- unit: as the cell
-- grain: one row an offending cell
-- params: is_demo, region, kinds, agencies, year_from, year_to, rule, severity, verdict, first, rows
-- why: What to ask whom, cell by cell, with the place in the source and what was decided about it. Of one rule, severity and verdict, where these are not NULL; so many rows from the first (0) on, all where rows is NULL. How many there are in all stands in every row (all_rows).
WITH listed AS MATERIALIZED (
    SELECT
        rules.severity,
        found.* EXCLUDE (report_no),
        chosen.agency_id,
        chosen.region_path,
        chosen.kind,
        chosen.year,
        chosen.published_on,
        count(*) OVER () AS all_rows
    FROM settled_findings AS found
    JOIN rules ON rules.rule = found.rule
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
        ON chosen.report_no = found.report_no
    WHERE ($rule IS NULL OR found.rule = $rule)
        AND ($severity IS NULL OR rules.severity = $severity)
        AND ($verdict IS NULL OR found.verdict = $verdict)
    ORDER BY
        rules.severity, chosen.year DESC, chosen.agency_id, found.rule,
        found.table_code, found.row_code, found.column_code, found.finding_id
    LIMIT $rows OFFSET $first
)
SELECT
    listed.*,
    rules.title_zh,
    rules.title_en,
    rules.message_zh,
    rules.message_en,
    rules.ask_zh,
    rules.ask_en,
    reports.source_url,
    reports.path,
    concat_ws('/', nullif(listed.table_code, ''), nullif(listed.row_code, ''), nullif(listed.column_code, '')) AS cell,
    coalesce(cells.raw, '') AS raw,
    cells.value AS cell_value,
    cells.status AS cell_status,
    coalesce(cells.locator, '') AS locator,
    CASE
        WHEN cells.report_id IS NOT NULL THEN
            number_of(cell, listed.year, 'report:' || listed.report_id)
    END AS number
FROM listed
JOIN rules ON rules.rule = listed.rule
JOIN reports ON reports.report_id = listed.report_id
LEFT JOIN questioned_cells AS cells
    ON cells.report_id = listed.report_id AND cells.table_code = listed.table_code
    AND cells.row_code = listed.row_code AND cells.column_code = listed.column_code
ORDER BY
    listed.severity, listed.year DESC, listed.agency_id, listed.rule,
    listed.table_code, listed.row_code, listed.column_code, listed.finding_id

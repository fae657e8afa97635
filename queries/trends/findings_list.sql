-- id: findings_list
-- title_zh: 校核发现明细
-- title_en: Findings
-- unit: as the cell
-- grain: one row an offending cell
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What to ask whom, cell by cell, with the place in the source.
SELECT
    rules.severity,
    findings.rule,
    rules.title_zh,
    rules.title_en,
    chosen.agency_id,
    chosen.year,
    findings.report_id,
    findings.table_code,
    findings.row_code,
    findings.column_code,
    findings.found,
    findings.expected,
    rules.message_zh,
    rules.message_en,
    coalesce(cells.raw, '') AS raw,
    coalesce(cells.locator, '') AS locator
FROM findings
JOIN rules ON rules.rule = findings.rule
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = findings.report_id
LEFT JOIN cells
    ON cells.report_id = findings.report_id AND cells.table_code = findings.table_code
    AND cells.row_code = findings.row_code AND cells.column_code = findings.column_code
ORDER BY rules.severity, chosen.year DESC, chosen.agency_id, findings.rule, findings.row_code

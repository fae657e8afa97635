-- id: dataset_findings
-- title_zh: 校核发现
-- title_en: Findings
-- unit: as the cell
-- grain: one row an offending cell, row, table or report
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What the checks found and what was decided about it.
SELECT found.* EXCLUDE (report_no), rules.severity, chosen.agency_id, chosen.year
FROM settled_findings AS found
JOIN rules ON rules.rule = found.rule
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_no = found.report_no

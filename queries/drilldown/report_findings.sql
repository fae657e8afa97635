-- id: report_findings
-- title_zh: 单份年报的校核发现
-- title_en: Findings of one report
-- unit: as the cell
-- grain: one row an offending cell
-- params: report_id
-- why: What to ask this agency about this report, and what was decided about it.
SELECT
    found.* EXCLUDE (report_no),
    rules.severity,
    rules.title_zh,
    rules.title_en,
    rules.message_zh,
    rules.message_en,
    rules.ask_zh,
    rules.ask_en
FROM settled_findings AS found
JOIN rules ON rules.rule = found.rule
WHERE found.report_id = $report_id
ORDER BY rules.severity, found.table_code, found.rule, found.row_code, found.column_code

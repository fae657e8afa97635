-- id: report_findings
-- title_zh: 单份年报的校核发现
-- title_en: Findings of one report
-- unit: as the cell
-- grain: one row an offending cell
-- params: report_id
-- why: What to ask this agency about this report.
SELECT findings.*, rules.severity, rules.title_zh, rules.title_en, rules.message_zh, rules.message_en
FROM findings
JOIN rules ON rules.rule = findings.rule
WHERE findings.report_id = $report_id
ORDER BY rules.severity, findings.table_code, findings.rule, findings.row_code, findings.column_code

-- id: report_summary
-- title_zh: 单份年报概况
-- title_en: One report in numbers
-- unit: count
-- grain: one row
-- params: report_id
-- why: How much of a report was read, and how much in it is in doubt or to be asked.
SELECT
    (SELECT count(*) FROM cells WHERE report_id = $report_id AND status = 'number') AS cells_read,
    (SELECT count(*) FROM problems WHERE report_id = $report_id) AS problems,
    count(findings.rule) FILTER (WHERE rules.severity = 'E') AS contradictions,
    count(findings.rule) FILTER (WHERE rules.severity = 'W') AS questions
FROM findings
JOIN rules ON rules.rule = findings.rule
WHERE findings.report_id = $report_id

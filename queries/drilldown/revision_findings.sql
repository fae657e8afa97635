-- id: revision_findings
-- title_zh: 修订前后的校核发现
-- title_en: Findings that a revision settled or made
-- unit: as the cell
-- grain: one row a place that a rule objects to in one of the two versions only
-- params: report_id
-- why: Whether a revision put right what was wrong, and whether it brought new mistakes; see conclude/changed_findings.sql.
SELECT
    changed.*,
    rules.severity,
    rules.title_zh,
    rules.title_en,
    rules.message_zh,
    rules.message_en
FROM changed_findings AS changed
JOIN rules ON rules.rule = changed.rule
WHERE changed.report_id = $report_id
ORDER BY
    list_position(['new', 'unjudged', 'settled'], changed.outcome), rules.severity,
    changed.table_code, changed.rule, changed.row_code, changed.column_code

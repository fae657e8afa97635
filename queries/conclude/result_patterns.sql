-- id: result_patterns
-- step: 2
-- why: The results of all rules that a pattern of conclude/report_patterns.sql stands for, those of one of its reports.
CREATE TABLE result_patterns AS
WITH shown AS (
    SELECT pattern, min(report_id) AS report_id
    FROM report_patterns
    GROUP BY pattern
)
SELECT shown.pattern, rule_results.rule, rule_results.state
FROM rule_results
JOIN shown ON shown.report_id = rule_results.report_id
ORDER BY shown.pattern, rule_results.rule

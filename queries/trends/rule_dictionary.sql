-- id: rule_dictionary
-- title_zh: 校核规则
-- title_en: The rules and what they check
-- unit: count
-- grain: one row a rule
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The entry of every rule in the dictionary, and of how many chosen reports it could say something. A report to which a rule does not apply is in none of the counts.
WITH chosen AS (
    SELECT report_no
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), patterns AS (
    SELECT report_patterns.pattern, count(*) AS reports
    FROM report_patterns
    JOIN chosen ON chosen.report_no = report_patterns.report_no
    GROUP BY report_patterns.pattern
), results AS (
    SELECT
        rule,
        sum(reports) FILTER (WHERE state IN ('pass', 'pass-if-blank-is-zero', 'fail'))::BIGINT AS judged,
        sum(reports) FILTER (WHERE state = 'fail')::BIGINT AS failed,
        sum(reports) FILTER (WHERE state IN ('uncertain', 'not-assessable'))::BIGINT AS not_judged
    FROM result_patterns
    JOIN patterns ON patterns.pattern = result_patterns.pattern
    GROUP BY rule
)
SELECT
    rules.*,
    coalesce(results.judged, 0) AS judged,
    coalesce(results.failed, 0) AS failed,
    coalesce(results.not_judged, 0) AS not_judged
FROM rules
LEFT JOIN results ON results.rule = rules.rule
ORDER BY rules.severity, rules.rule

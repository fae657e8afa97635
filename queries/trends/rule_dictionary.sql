-- id: rule_dictionary
-- title_zh: 校核规则
-- title_en: The rules and what they check
-- unit: count
-- grain: one row a rule
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The entry of every rule in the dictionary, and of how many chosen reports it could say something. A report to which a rule does not apply is in none of the counts.
WITH chosen AS (
    SELECT report_id
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), results AS (
    SELECT
        rule,
        count(*) FILTER (WHERE state IN ('pass', 'pass-if-blank-is-zero', 'fail')) AS judged,
        count(*) FILTER (WHERE state = 'fail') AS failed,
        count(*) FILTER (WHERE state IN ('uncertain', 'not-assessable')) AS not_judged
    FROM rule_results
    JOIN chosen ON chosen.report_id = rule_results.report_id
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

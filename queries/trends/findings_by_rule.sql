-- id: findings_by_rule
-- title_zh: 校核发现（按规则）
-- title_en: Findings by rule
-- unit: count
-- grain: one row a rule, also where nothing was found
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What the reports contradict themselves in, and how often; a rule with nothing found stands too.
WITH found AS (
    SELECT findings.rule, findings.report_id, chosen.agency_id
    FROM findings
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
        ON chosen.report_id = findings.report_id
)
SELECT
    rules.rule,
    rules.severity,
    rules.title_zh,
    rules.title_en,
    count(found.report_id) AS findings,
    count(DISTINCT found.report_id) AS reports,
    count(DISTINCT found.agency_id) AS agencies
FROM rules
LEFT JOIN found ON found.rule = rules.rule
GROUP BY rules.rule, rules.severity, rules.title_zh, rules.title_en
ORDER BY rules.severity, findings DESC, rules.rule

-- id: rule_matrix
-- title_zh: 规则与机关对照
-- title_en: Rules by agency
-- unit: count of findings
-- grain: one row a report of that year and rule that applies to it
-- params: is_demo, region, kinds, agencies, year
-- why: At a glance which agency has which trouble, and what could not be judged at all. The sums over an agency, a rule and the whole stand in every row.
WITH results AS (
    SELECT
        chosen.agency_id,
        chosen.year,
        rule_results.report_id,
        rule_results.rule,
        rules.severity,
        rules.title_zh,
        rules.title_en,
        rule_results.state,
        rule_results.places,
        count(found.finding_id) FILTER (WHERE found.is_standing) AS findings,
        count(found.finding_id) FILTER (WHERE found.verdict = 'open') AS open
    FROM rule_results
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
        ON chosen.report_id = rule_results.report_id
    JOIN rules ON rules.rule = rule_results.rule
    LEFT JOIN settled_findings AS found
        ON found.report_id = rule_results.report_id AND found.rule = rule_results.rule
    GROUP BY ALL
)
SELECT
    *,
    sum(findings) OVER (PARTITION BY agency_id)::BIGINT AS agency_findings,
    sum(findings) OVER (PARTITION BY rule)::BIGINT AS rule_findings,
    count(DISTINCT agency_id) OVER () AS agencies,
    count(DISTINCT agency_id) FILTER (findings > 0) OVER () AS troubled_agencies
FROM results
ORDER BY agency_id, severity, rule

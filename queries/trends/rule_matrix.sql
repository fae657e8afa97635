-- id: rule_matrix
-- title_zh: 规则与机关对照
-- title_en: Rules by agency
-- unit: count of findings
-- grain: one row a report of that year and rule that applies to it
-- params: is_demo, region, kinds, agencies, year
-- why: At a glance which agency has which trouble, and what could not be judged at all. The sums over an agency, a rule and the whole stand in every row.
WITH found AS (
    SELECT
        report_id,
        rule,
        count(*) FILTER (WHERE is_standing) AS findings,
        count(*) FILTER (WHERE verdict = 'open') AS open
    FROM settled_findings
    GROUP BY report_id, rule
), results AS MATERIALIZED (
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
        coalesce(found.findings, 0) AS findings,
        coalesce(found.open, 0) AS open
    FROM rule_results
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
        ON chosen.report_id = rule_results.report_id
    JOIN rules ON rules.rule = rule_results.rule
    LEFT JOIN found
        ON found.report_id = rule_results.report_id AND found.rule = rule_results.rule
), whole AS (
    SELECT
        count(DISTINCT agency_id) AS agencies,
        count(DISTINCT agency_id) FILTER (findings > 0) AS troubled_agencies
    FROM results
)
SELECT
    results.*,
    sum(findings) OVER (PARTITION BY agency_id)::BIGINT AS agency_findings,
    sum(findings) OVER (PARTITION BY rule)::BIGINT AS rule_findings,
    whole.agencies,
    whole.troubled_agencies
FROM results
CROSS JOIN whole
ORDER BY agency_id, severity, rule

-- id: rule_matrix
-- title_zh: 规则与机关对照
-- title_en: Rules by agency
-- unit: count of findings
-- grain: one row a report of that year and rule that applies to it
-- params: is_demo, region, kinds, agencies, year, most
-- why: At a glance which agency has which trouble, and what could not be judged at all: of the agencies with the most findings that stand, so many as most says, NULL for all. The sums over an agency, a rule and the whole, which holds the agencies left out too, stand in every row.
WITH chosen AS MATERIALIZED (
    SELECT report_no, report_id, agency_id, year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year)
), found AS MATERIALIZED (
    SELECT
        settled.report_no,
        settled.rule,
        count(*) FILTER (WHERE is_standing) AS findings,
        count(*) FILTER (WHERE verdict = 'open') AS open
    FROM settled_findings AS settled
    SEMI JOIN chosen ON chosen.report_no = settled.report_no
    GROUP BY settled.report_no, settled.rule
), of_agencies AS MATERIALIZED (
    SELECT chosen.*, coalesce(sum(found.findings), 0)::BIGINT AS agency_findings
    FROM chosen
    LEFT JOIN found ON found.report_no = chosen.report_no
    GROUP BY ALL
), of_rules AS (
    SELECT rule, sum(findings)::BIGINT AS rule_findings
    FROM found
    GROUP BY rule
), shown AS MATERIALIZED (
    SELECT *
    FROM of_agencies
    ORDER BY agency_findings DESC, agency_id
    LIMIT $most
)
SELECT
    shown.agency_id,
    shown.year,
    shown.report_id,
    rules.rule,
    rules.severity,
    rules.title_zh,
    rules.title_en,
    rule_results.state,
    rule_results.places,
    coalesce(found.findings, 0) AS findings,
    coalesce(found.open, 0) AS open,
    shown.agency_findings,
    coalesce(of_rules.rule_findings, 0) AS rule_findings,
    (SELECT count(*) FROM of_agencies) AS agencies,
    (SELECT count(*) FROM of_agencies WHERE agency_findings > 0) AS troubled_agencies
FROM rule_results
JOIN shown ON shown.report_no = rule_results.report_no
JOIN rules ON rules.rule = rule_results.rule
LEFT JOIN found ON found.report_no = shown.report_no AND found.rule = rule_results.rule
LEFT JOIN of_rules ON of_rules.rule = rule_results.rule
ORDER BY shown.agency_id, rules.severity, rules.rule

-- id: rule_matrix
-- title_zh: 规则与机关对照
-- title_en: Rules by agency
-- unit: count of findings
-- grain: one row a report of that year and rule that applies to it
-- params: is_demo, region, kinds, agencies, year
-- why: At a glance which agency has which trouble, and what could not be judged at all.
SELECT
    chosen.agency_id,
    chosen.year,
    results.report_id,
    results.rule,
    rules.severity,
    rules.title_zh,
    rules.title_en,
    results.state,
    results.places,
    count(found.finding_id) FILTER (WHERE found.is_standing) AS findings,
    count(found.finding_id) FILTER (WHERE found.verdict = 'open') AS open
FROM rule_results AS results
JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
    ON chosen.report_id = results.report_id
JOIN rules ON rules.rule = results.rule
LEFT JOIN settled_findings AS found
    ON found.report_id = results.report_id AND found.rule = results.rule
GROUP BY ALL
ORDER BY chosen.agency_id, rules.severity, results.rule

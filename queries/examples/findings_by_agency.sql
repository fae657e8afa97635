-- id: findings_by_agency
-- position: 6
-- title_zh: 校核发现最多的机关
-- title_en: Agencies with the most findings
-- why: Whom to ask first: contradictions (E) before questions (W).
SELECT
    agency.name,
    count(*) FILTER (WHERE finding.severity = 'E') AS contradictions,
    count(*) FILTER (WHERE finding.severity = 'W') AS questions
FROM dataset_findings AS finding
JOIN dataset_agencies AS agency ON agency.agency_id = finding.agency_id
GROUP BY agency.name
ORDER BY contradictions DESC, questions DESC
LIMIT 30

-- id: findings_by_rule
-- title_zh: 校核发现（按规则）
-- title_en: Findings by rule
-- unit: count
-- grain: one row a rule, also where nothing was found
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What the reports contradict themselves in, and how often; what turned out a false alarm or was corrected is counted apart. How many reports a rule could judge and how many not. Repeated in every row: findings of contradictions (errors) and of what is worth asking (questions), rules without a finding, those of them that could judge no report although they apply to some, and those that apply to none.
WITH chosen AS (
    SELECT report_no, agency_id
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), found AS (
    SELECT
        rule,
        count(*) FILTER (WHERE is_standing) AS findings,
        count(DISTINCT chosen.report_no) FILTER (WHERE is_standing) AS reports,
        count(DISTINCT chosen.agency_id) FILTER (WHERE is_standing) AS agencies,
        count(*) FILTER (WHERE verdict = 'open') AS open,
        count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
        count(*) FILTER (WHERE verdict = 'false-alarm') AS false_alarms,
        count(*) FILTER (WHERE verdict = 'corrected') AS corrected
    FROM settled_findings
    JOIN chosen ON chosen.report_no = settled_findings.report_no
    GROUP BY rule
), patterns AS (
    SELECT report_patterns.pattern, count(*) AS reports
    FROM report_patterns
    JOIN chosen ON chosen.report_no = report_patterns.report_no
    GROUP BY report_patterns.pattern
), results AS (
    SELECT
        rule,
        sum(reports) FILTER (WHERE state IN ('pass', 'pass-if-blank-is-zero'))::BIGINT AS passed,
        sum(reports) FILTER (WHERE state IN ('uncertain', 'not-assessable'))::BIGINT AS not_judged,
        bool_or(state NOT IN ('uncertain', 'not-assessable')) AS is_judged
    FROM result_patterns
    JOIN patterns ON patterns.pattern = result_patterns.pattern
    GROUP BY rule
), counted AS (
    SELECT
        rules.rule,
        rules.severity,
        rules.title_zh,
        rules.title_en,
        coalesce(found.findings, 0) AS findings,
        coalesce(found.reports, 0) AS reports,
        coalesce(found.agencies, 0) AS agencies,
        coalesce(found.open, 0) AS open,
        coalesce(found.confirmed, 0) AS confirmed,
        coalesce(found.false_alarms, 0) AS false_alarms,
        coalesce(found.corrected, 0) AS corrected,
        coalesce(results.passed, 0) AS passed,
        coalesce(results.not_judged, 0) AS not_judged,
        results.is_judged
    FROM rules
    LEFT JOIN found ON found.rule = rules.rule
    LEFT JOIN results ON results.rule = rules.rule
)
SELECT
    * EXCLUDE (is_judged),
    coalesce(sum(findings) FILTER (severity = 'E') OVER (), 0)::BIGINT AS errors,
    coalesce(sum(findings) FILTER (severity = 'W') OVER (), 0)::BIGINT AS questions,
    count(*) FILTER (findings = 0) OVER () AS quiet_rules,
    count(*) FILTER (findings = 0 AND NOT is_judged) OVER () AS unjudged_rules,
    count(*) FILTER (findings = 0 AND is_judged IS NULL) OVER () AS idle_rules
FROM counted
ORDER BY severity, findings DESC, rule

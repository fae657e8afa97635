-- id: agency_reports
-- title_zh: 机构的年报
-- title_en: One agency's reports
-- unit: count
-- grain: one row a report, older revisions included
-- params: agency_id
-- why: Which files stand behind the figures, and how many questions each leaves.
SELECT
    reports.*,
    (
        SELECT count(*) FROM settled_findings AS found
        WHERE found.report_id = reports.report_id AND found.is_standing
    ) AS findings,
    (SELECT count(*) FROM problems WHERE problems.report_id = reports.report_id) AS problems
FROM reports
WHERE agency_id = $agency_id
ORDER BY year DESC, revision DESC

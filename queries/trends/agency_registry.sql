-- id: agency_registry
-- title_zh: 机关登记
-- title_en: The registry of agencies
-- unit: none
-- grain: one row an agency of the selection
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What is known of each agency, which of it is only guessed from its name, beside whom it is set, and how much it was asked in its newest report.
WITH newest AS (
    SELECT
        agency_id,
        arg_max(report_id, year) AS report_id,
        max(year) AS year,
        count(*) AS reports
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
    GROUP BY agency_id
)
SELECT
    known.agency_id,
    known.region_path,
    known.level,
    known.kind,
    known.sector,
    known.guessed,
    known.is_consolidated,
    known.is_registered,
    known.former_names,
    coalesce(peer_groups.peer_scope, 'none') AS peer_scope,
    coalesce(peer_groups.peers, 0) AS peers,
    coalesce(newest.reports, 0) AS reports,
    newest.year,
    current_metrics.new_requests,
    volume_tier(current_metrics.new_requests) AS tier
FROM known_agencies($is_demo, $region, $kinds, $agencies) AS known
LEFT JOIN newest ON newest.agency_id = known.agency_id
LEFT JOIN current_metrics ON current_metrics.report_id = newest.report_id
LEFT JOIN peer_groups ON peer_groups.agency_id = known.agency_id
ORDER BY known.region_path, known.kind, known.agency_id

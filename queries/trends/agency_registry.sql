-- id: agency_registry
-- title_zh: 机关登记
-- title_en: The registry of agencies
-- unit: none
-- grain: one row an agency of the selection
-- params: is_demo, region, kinds, agencies, year_from, year_to, find, codes, words, first, rows
-- why: What is known of each agency, which of it is only guessed from its name, beside whom it is set, and how much it was asked in its newest report. Only agencies that have every word of find, in small letters, in their codes, names or region, or in what their kind, level and tier are called: words has the words for codes such as kind.zone. So many rows from the first (0) on, all where rows is NULL; how many there are in all stands in every row (all_rows).
WITH newest AS (
    SELECT
        agency_id,
        arg_max(report_id, year) AS report_id,
        max(year) AS year,
        count(*) AS reports
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
    GROUP BY agency_id
), told AS (
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
        volume_tier(current_metrics.new_requests) AS tier,
        lower(concat_ws(
            chr(10), known.agency_id, known.name, known.name_en, known.region_path, known.sector,
            array_to_string(known.former_names, chr(10)), array_to_string(known.aliases, chr(10)),
            known.kind, list_extract($words, list_position($codes, 'kind.' || known.kind)),
            known.level, list_extract($words, list_position($codes, 'level.' || known.level)),
            list_extract($words, list_position($codes, 'tier.' || tier))
        )) AS said
    FROM known_agencies($is_demo, $region, $kinds, $agencies) AS known
    LEFT JOIN newest ON newest.agency_id = known.agency_id
    LEFT JOIN current_metrics ON current_metrics.report_id = newest.report_id
    LEFT JOIN peer_groups ON peer_groups.agency_id = known.agency_id
)
SELECT * EXCLUDE (said), count(*) OVER () AS all_rows
FROM told
WHERE len(list_filter($find::VARCHAR[], lambda word: NOT contains(said, word))) = 0
ORDER BY region_path, kind, agency_id
LIMIT $rows OFFSET $first

-- id: agency_place
-- title_zh: 机构的同类与规模
-- title_en: An agency's peers and size
-- unit: count
-- grain: one row
-- params: agency_id, year
-- why: Beside whom the agency is set in all comparisons with peers, and into which tier its requests of the year fall.
SELECT
    peer_groups.peer_scope,
    peer_groups.peers,
    current_metrics.new_requests,
    volume_tier(current_metrics.new_requests) AS tier
FROM peer_groups
LEFT JOIN current_metrics
    ON current_metrics.agency_id = peer_groups.agency_id AND current_metrics.year = $year
WHERE peer_groups.agency_id = $agency_id

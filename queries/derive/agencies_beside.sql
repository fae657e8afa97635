-- id: agencies_beside
-- step: 7
-- why: Whom a selection is set beside: one agency its peers (derive/peer_groups.sql), where it has any; else all other agencies of the same data. Never one whose report holds the requests of the selection, nor one whose requests the selection holds.
CREATE MACRO agencies_beside(of_demo, in_region, of_kinds, of_agencies) AS TABLE
WITH chosen AS (
    SELECT *
    FROM known_agencies(of_demo, in_region, of_kinds, of_agencies)
), peers AS (
    SELECT agency_id
    FROM peers_of(CASE WHEN (SELECT count(*) FROM chosen) = 1 THEN (SELECT any_value(agency_id) FROM chosen) END)
)
SELECT
    other.agency_id,
    CASE WHEN EXISTS (SELECT 1 FROM peers) THEN 'peers' ELSE 'rest' END AS beside
FROM known_agencies(of_demo, NULL, NULL, NULL) AS other
WHERE other.agency_id NOT IN (SELECT agency_id FROM chosen)
    AND other.agency_id NOT IN (SELECT consolidated_into FROM chosen WHERE consolidated_into IS NOT NULL)
    AND (other.consolidated_into IS NULL OR other.consolidated_into NOT IN (SELECT agency_id FROM chosen))
    AND (NOT EXISTS (SELECT 1 FROM peers) OR other.agency_id IN (SELECT agency_id FROM peers))

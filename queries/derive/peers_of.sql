-- id: peers_of
-- step: 6
-- why: The agencies that an agency is set beside, by the widest likeness that its group asks for; see derive/peer_groups.sql.
CREATE MACRO peers_of(of_agency) AS TABLE
WITH own AS MATERIALIZED (
    SELECT * FROM peer_groups WHERE agency_id = of_agency
)
SELECT other.agency_id, own.peer_scope
FROM own
JOIN peer_groups AS other
    ON other.is_demo = own.is_demo AND other.is_consolidated = own.is_consolidated
    AND other.agency_id <> own.agency_id
WHERE CASE own.peer_scope
    WHEN 'kind-sector-level'
        THEN other.kind = own.kind AND other.sector = own.sector AND other.level = own.level
    WHEN 'kind-sector' THEN other.kind = own.kind AND other.sector = own.sector
    WHEN 'kind-level' THEN other.kind = own.kind AND other.level = own.level
    WHEN 'kind' THEN other.kind = own.kind
    ELSE own.peer_scope = 'all'
END

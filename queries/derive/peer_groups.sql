-- id: peer_groups
-- step: 5
-- why: Beside whom each agency with reports is set: agencies of the same data with reports, alike in kind, sector and level; where fewer than five others are alike, in kind and sector, then kind and level, then kind, then all. peers counts the others, never the agency itself. An agency without a sector skips what asks for one, one of unknown level likewise. A consolidated report stands only beside consolidated ones of its level: others would count the same requests twice. Without five others at last there is no group and nothing is compared.
CREATE TABLE peer_groups AS
WITH held AS (
    SELECT *
    FROM agencies
    WHERE agency_id IN (SELECT agency_id FROM reports WHERE is_current)
), counted AS (
    SELECT
        *,
        sector <> '' AS has_sector,
        level <> 'unknown' AS has_level,
        count(*) OVER (PARTITION BY is_demo, is_consolidated, kind, sector, level) - 1 AS alike_in_all,
        count(*) OVER (PARTITION BY is_demo, is_consolidated, kind, sector) - 1 AS alike_in_sector,
        count(*) OVER (PARTITION BY is_demo, is_consolidated, kind, level) - 1 AS alike_in_level,
        count(*) OVER (PARTITION BY is_demo, is_consolidated, kind) - 1 AS alike_in_kind,
        count(*) OVER (PARTITION BY is_demo, is_consolidated) - 1 AS others
    FROM held
), scoped AS (
    SELECT
        *,
        CASE
            WHEN has_sector AND has_level AND alike_in_all >= 5 THEN 'kind-sector-level'
            WHEN has_sector AND NOT is_consolidated AND alike_in_sector >= 5 THEN 'kind-sector'
            WHEN has_level AND alike_in_level >= 5 THEN 'kind-level'
            WHEN NOT is_consolidated AND alike_in_kind >= 5 THEN 'kind'
            WHEN NOT is_consolidated AND others >= 5 THEN 'all'
            ELSE 'none'
        END AS peer_scope
    FROM counted
)
SELECT
    agency_id,
    is_demo,
    is_consolidated,
    kind,
    sector,
    level,
    peer_scope,
    CASE peer_scope
        WHEN 'kind-sector-level' THEN alike_in_all
        WHEN 'kind-sector' THEN alike_in_sector
        WHEN 'kind-level' THEN alike_in_level
        WHEN 'kind' THEN alike_in_kind
        WHEN 'all' THEN others
        ELSE 0
    END AS peers
FROM scoped

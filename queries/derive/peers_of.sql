-- id: peers_of
-- step: 4
-- why: The agencies that an agency is compared with: of the same kind and level, and of the same sector where at least three others share it.
CREATE MACRO peers_of(of_agency) AS TABLE
WITH alike AS (
    SELECT
        other.agency_id,
        own.sector <> '' AND other.sector = own.sector AS is_same_sector,
        count(*) FILTER (WHERE is_same_sector) OVER () AS same_sector
    FROM agencies AS other
    JOIN agencies AS own
        ON own.agency_id = of_agency AND other.kind = own.kind AND other.level = own.level
        AND other.is_demo = own.is_demo AND other.agency_id <> own.agency_id
)
SELECT agency_id
FROM alike
WHERE is_same_sector OR same_sector < 3

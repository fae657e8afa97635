-- id: own_agencies
-- params: regions
-- why: The agencies of some regions and of what lies below them: all that a reader with that scope may know of.
CREATE TEMP TABLE own_agencies AS
SELECT agency_id
FROM held.agencies
WHERE list_bool_or(list_transform($regions, lambda region: starts_with(region_path || '/', region || '/')))

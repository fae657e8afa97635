-- id: known_agencies
-- step: 4
-- why: The agencies that the page's filters name. Fiction and reality are never in one selection.
CREATE MACRO known_agencies(of_demo, in_region, of_kinds, of_agencies) AS TABLE
SELECT *
FROM agencies
WHERE is_demo = of_demo
    AND (in_region IS NULL OR starts_with(region_path || '/', in_region || '/'))
    AND (of_kinds IS NULL OR list_contains(of_kinds, kind))
    AND (of_agencies IS NULL OR list_contains(of_agencies, agency_id))

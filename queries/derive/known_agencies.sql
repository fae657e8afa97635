-- id: known_agencies
-- step: 4
-- why: The agencies that the page's filters name.
CREATE MACRO known_agencies(of_demo, in_region, of_kinds, of_agencies) AS TABLE
SELECT *
FROM agencies
WHERE is_chosen(is_demo, region_path, kind, agency_id, of_demo, in_region, of_kinds, of_agencies)

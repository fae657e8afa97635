-- id: dataset_agencies
-- title_zh: 机关
-- title_en: Agencies
-- unit: none
-- grain: one row an agency of the selection, with reports or without
-- params: is_demo, region, kinds, agencies
-- why: Who reports, to which region and kind it belongs, and how it was called.
SELECT *
FROM known_agencies($is_demo, $region, $kinds, $agencies)
ORDER BY agency_id

-- id: group_codes
-- step: 3
-- why: The groups an agency belongs to when a measure is looked at by kind, sector or region: its own, and * for all.
CREATE MACRO group_codes(grouped_by, kind, sector, region_path) AS
[CASE grouped_by WHEN 'kind' THEN kind WHEN 'sector' THEN sector ELSE region_path END, '*']

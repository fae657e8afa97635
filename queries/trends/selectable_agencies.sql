-- id: selectable_agencies
-- title_zh: 可选机关
-- title_en: Agencies to choose from
-- unit: none
-- grain: one row an agency
-- params:
-- why: What the filters may offer, what of an agency a search looks through, and the years it has reports of.
WITH held AS (
    SELECT agency_id, count(*) AS reports, min(year) AS first_year, max(year) AS last_year
    FROM reports
    WHERE is_current
    GROUP BY agency_id
)
SELECT
    agencies.*,
    concat_ws(
        chr(10), name, name_en, agencies.agency_id,
        array_to_string(former_names, chr(10)), array_to_string(aliases, chr(10))
    ) AS searched,
    coalesce(held.reports, 0) AS reports,
    held.first_year,
    held.last_year
FROM agencies
LEFT JOIN held ON held.agency_id = agencies.agency_id
ORDER BY
    is_demo DESC,
    region_path,
    list_position(['government', 'department', 'zone', 'township', 'other'], kind),
    agencies.agency_id

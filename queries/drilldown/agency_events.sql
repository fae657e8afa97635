-- id: agency_events
-- title_zh: 更名与并入
-- title_en: Changes of name and mergers
-- unit: none
-- grain: one row a change, the earliest first
-- params: agency_id
-- why: One agency is one series whatever it was called; these are the first report years under another name or with the duties of an agency merged into it, where the registry has the year.
SELECT last_year + 1 AS year, 'renamed' AS change, name
FROM former_names
WHERE agency_id = $agency_id AND last_year IS NOT NULL
UNION ALL
SELECT active_until + 1 AS year, 'absorbed' AS change, name
FROM agencies
WHERE merged_into = $agency_id AND active_until IS NOT NULL
ORDER BY year, change, name

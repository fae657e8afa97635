-- id: revisions_list
-- title_zh: 修订记录
-- title_en: Revisions
-- unit: count
-- grain: one row a revision of a report after the first, the newest first
-- params: is_demo, region, kinds, agencies, year_from, year_to, first, rows
-- why: Which published reports were changed afterwards, and how much of them: so many rows from the first (0) on, all where rows is NULL. How many there are in all stands in every row (all_rows).
SELECT revised.*, count(*) OVER () AS all_rows
FROM revisions AS revised
JOIN known_agencies($is_demo, $region, $kinds, $agencies) AS chosen
    ON chosen.agency_id = revised.agency_id
WHERE revised.year BETWEEN $year_from AND $year_to
ORDER BY revised.published_on DESC NULLS LAST, revised.year DESC, revised.agency_id, revised.revision DESC
LIMIT $rows OFFSET $first

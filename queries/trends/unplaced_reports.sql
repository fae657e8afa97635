-- id: unplaced_reports
-- title_zh: 未能归入的文件
-- title_en: Files that could not be placed
-- unit: none
-- grain: one row a file refused, or read without agency or year
-- params: first, rows
-- why: Nothing given to the build may vanish: what was refused and why, and what waits for a line in the manifest: so many rows from the first (0) on, all where rows is NULL. How many there are in all stands in every row (all_rows).
WITH left_out AS (
    SELECT path, code, found, expected, pictures
    FROM refusals
    UNION ALL
    SELECT
        path,
        CASE WHEN agency_id IS NULL THEN 'agency-unknown' ELSE 'year-unknown' END,
        title,
        '',
        NULL
    FROM reports
    WHERE agency_id IS NULL OR year IS NULL
)
SELECT *, count(*) OVER () AS all_rows
FROM left_out
ORDER BY path, code, found
LIMIT $rows OFFSET $first

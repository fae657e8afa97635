-- id: unplaced_reports
-- title_zh: 未能归入的文件
-- title_en: Files that could not be placed
-- unit: none
-- grain: one row a file refused, or read without agency or year
-- params:
-- why: Nothing given to the build may vanish: what was refused and why, and what waits for a line in the manifest.
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
ORDER BY path

-- id: files_at_hand
-- step: 4
-- why: Of which reports there is a file that could not be taken as that report: one that could not be read, as far as the manifest says whose it is, or one with the very bytes of another report. One row an agency and year.
CREATE VIEW files_at_hand AS
SELECT
    agency_id,
    year,
    min_by(path, path) AS path,
    min_by(code, path) AS code,
    min_by(found, path) AS found,
    min_by(expected, path) AS expected,
    arg_min_null(pictures, path) AS pictures
FROM (
    SELECT path, code, found, expected, pictures, agency_id, year FROM refusals
    UNION ALL
    SELECT path, 'file-copy', report_id, '', NULL, agency_id, year FROM file_copies
)
WHERE agency_id IS NOT NULL AND year IS NOT NULL
GROUP BY agency_id, year

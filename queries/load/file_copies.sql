-- id: file_copies
-- step: 4
-- why: The rows of file_copies. The year is the one in the file's name where it has one, else the one that was read.
INSERT INTO file_copies BY NAME
WITH named_years AS (
    SELECT key, any_value(value)::INTEGER AS year
    FROM read_evidence
    WHERE field = 'year' AND source = 'file'
    GROUP BY key
)
SELECT filed.report_id, placements.path, placements.owner AS agency_id, coalesce(named_years.year, read_heads.year) AS year
FROM placements
JOIN read_heads ON read_heads.key = placements.key
JOIN filed ON filed.sha256 = read_heads.sha256 AND filed.path <> placements.path
LEFT JOIN named_years ON named_years.key = placements.key
WHERE placements.is_live
ORDER BY filed.report_id, placements.path

-- id: problems
-- step: 4
-- why: The rows of problems: what is doubtful in the agency first, then what the reading could not settle.
INSERT INTO problems BY NAME
WITH stated AS (
    SELECT key, 1 AS stage, position, code, found, expected, locator, '' AS suggestion FROM agency_problems
    UNION ALL
    SELECT key, 2 AS stage, position, code, found, expected, locator, suggestion FROM read_problems
)
SELECT
    report_id,
    row_number() OVER (PARTITION BY report_id ORDER BY stage, position)::INTEGER AS position,
    code, found, expected, locator, suggestion
FROM stated
JOIN filed ON filed.key = stated.key
ORDER BY report_id, position

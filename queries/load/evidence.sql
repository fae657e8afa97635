-- id: evidence
-- step: 4
-- why: The rows of evidence: what the manifest says of the agency first, then what the report says.
INSERT INTO evidence BY NAME
WITH stated AS (
    SELECT key, 1 AS stage, position, field, value, source, quote FROM agency_evidence
    UNION ALL
    SELECT key, 2 AS stage, position, field, value, source, quote FROM read_evidence
)
SELECT
    report_id,
    row_number() OVER (PARTITION BY report_id ORDER BY stage, position)::INTEGER AS position,
    field, value, source, quote
FROM stated
JOIN filed ON filed.key = stated.key
ORDER BY report_id, position

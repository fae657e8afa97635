-- id: agency_words
-- step: 2
-- why: The names of an agency and of the places it lies in, the longest first, as they are taken out of its text before it is compared: every name it had, and each part of its region path with and without 省, 市, 县, 区.
CREATE TABLE agency_words AS
WITH names AS (
    SELECT
        agency_id,
        unnest([name] || former_names || aliases || string_split(region_path, '/')) AS word
    FROM agencies
), short AS (
    SELECT agency_id, word FROM names
    UNION
    SELECT agency_id, regexp_replace(word, '[省市县区]$', '') FROM names
    WHERE length(word) BETWEEN 3 AND 6 AND regexp_matches(word, '[省市县区]$')
)
SELECT agency_id, list(word ORDER BY length(word) DESC, word) AS words
FROM short
WHERE length(word) >= 2
GROUP BY agency_id
ORDER BY agency_id

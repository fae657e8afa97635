-- id: clauses
-- step: 3
-- why: Every clause of the current reports in its order, as printed and as it is compared. The words are empty where the clause has none. A clause counts for the comparison of texts if it has at least eight characters and is no formula; whether it is common is in common_clauses.
CREATE VIEW clauses AS
WITH texts AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        reports.year,
        agencies.is_demo,
        sections.section_code,
        sections.position AS section_position,
        whole_lines(sections.body) AS whole,
        list_reduce(coalesce(agency_words.words, []), lambda rest, word: replace(rest, word, '＊'), whole) AS masked
    FROM sections
    JOIN reports ON reports.report_id = sections.report_id AND reports.is_current
    JOIN agencies ON agencies.agency_id = reports.agency_id
    LEFT JOIN agency_words ON agency_words.agency_id = reports.agency_id
    WHERE sections.body <> ''
), parted AS (
    SELECT
        texts.* EXCLUDE (whole, masked),
        unnest(clause_pieces(whole)) AS clause,
        unnest(clause_pieces(masked)) AS masked_clause,
        unnest(range(len(clause_pieces(whole)))) AS position
    FROM texts
)
SELECT
    parted.* EXCLUDE (masked_clause),
    clause_words(masked_clause) AS words,
    length(words) AS letters,
    md5_number_lower(words) AS clause_key,
    CASE
        WHEN letters < 8 THEN 'short'
        WHEN is_formula(words) THEN 'formula'
        ELSE 'own'
    END AS sort
FROM parted

-- id: own_clauses
-- step: 6
-- why: The clauses that count, while a build is made: those that are neither short nor formulas nor common, each once a section with its characters added up.
CREATE TEMP TABLE own_clauses AS
SELECT
    text_clauses.report_no,
    text_clauses.agency_key,
    text_clauses.year,
    text_clauses.is_demo,
    text_clauses.section_code,
    text_clauses.clause_key,
    sum(text_clauses.letters)::INTEGER AS letters,
    count(*)::INTEGER AS clauses
FROM text_clauses
ANTI JOIN common_clauses
    ON common_clauses.is_demo = text_clauses.is_demo
    AND common_clauses.clause_key = text_clauses.clause_key
WHERE text_clauses.sort = 'own'
GROUP BY ALL

-- id: text_sizes
-- step: 7
-- why: How much text each section of a report holds and how much of it counts for comparing it: clauses and Chinese characters (numbers and names left out), and the clauses that do not count by the reason why.
CREATE TABLE text_sizes AS
SELECT
    reports.report_id,
    text_clauses.section_code,
    count(*)::INTEGER AS clauses,
    sum(text_clauses.letters)::INTEGER AS letters,
    count(*) FILTER (text_clauses.sort = 'short')::INTEGER AS short_clauses,
    count(*) FILTER (text_clauses.sort = 'formula')::INTEGER AS formula_clauses,
    count(*) FILTER (text_clauses.sort = 'own' AND common_clauses.clause_key IS NOT NULL)::INTEGER AS common_clauses,
    count(*) FILTER (text_clauses.sort = 'own' AND common_clauses.clause_key IS NULL)::INTEGER AS counted_clauses,
    coalesce(sum(text_clauses.letters) FILTER (
        text_clauses.sort = 'own' AND common_clauses.clause_key IS NULL
    ), 0)::INTEGER AS counted_letters
FROM text_clauses
JOIN reports ON reports.rowid = text_clauses.report_no
LEFT JOIN common_clauses
    ON common_clauses.is_demo = text_clauses.is_demo
    AND common_clauses.clause_key = text_clauses.clause_key
GROUP BY reports.report_id, text_clauses.section_code
ORDER BY reports.report_id, text_clauses.section_code

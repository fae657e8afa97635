-- id: judged_clauses
-- step: 6
-- why: Every clause of the current reports with how it enters the comparison of texts: counted, or short, formula or common, which do not count. To be asked of single reports; what a build compares is in own_clauses.
CREATE VIEW judged_clauses AS
SELECT
    clauses.*,
    CASE
        WHEN sort <> 'own' THEN sort
        WHEN common_clauses.clause_key IS NOT NULL THEN 'common'
        ELSE 'counted'
    END AS standing
FROM clauses
LEFT JOIN common_clauses
    ON common_clauses.is_demo = clauses.is_demo AND common_clauses.clause_key = clauses.clause_key

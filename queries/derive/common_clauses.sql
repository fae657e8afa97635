-- id: common_clauses
-- step: 6
-- why: Clauses that so many agencies use that they are nobody's own: at least a fifth of the agencies with a text, never fewer than five, and twenty are always enough. The limit also keeps the comparison of all texts linear in their number.
CREATE TABLE common_clauses AS
WITH used AS (
    SELECT is_demo, clause_key, count(DISTINCT agency_key) AS agencies
    FROM text_clauses
    WHERE sort = 'own'
    GROUP BY is_demo, clause_key
    HAVING count(DISTINCT agency_key) >= 5
)
SELECT used.is_demo, used.clause_key
FROM used
JOIN common_limits ON common_limits.is_demo = used.is_demo
WHERE used.agencies >= common_limits.common_from
UNION
SELECT is_demo, clause_key FROM known_clauses

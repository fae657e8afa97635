-- id: compare_clauses
-- title_zh: 两份年报正文逐句比对
-- title_en: Two texts clause by clause
-- unit: characters
-- grain: one row a clause of either report, in the order of the report
-- params: left_id, right_id
-- why: Which clauses of each of two reports stand in the other one as well, numbers and names aside, and which do not count and why. A report compared with itself is both sides.
WITH sides AS (
    SELECT 'left' AS side, $left_id AS report_id, $right_id AS other_id
    UNION ALL
    SELECT 'right' AS side, $right_id AS report_id, $left_id AS other_id
), told AS (
    SELECT * FROM judged_clauses WHERE report_id IN ($left_id, $right_id)
)
SELECT
    sides.side,
    told.section_code,
    told.section_position,
    told.position,
    told.clause,
    told.letters,
    CASE
        WHEN told.standing = 'counted' AND EXISTS (
            SELECT 1 FROM told AS other
            WHERE other.report_id = sides.other_id AND other.standing = 'counted'
                AND other.clause_key = told.clause_key
        ) THEN 'shared'
        ELSE told.standing
    END AS standing
FROM sides
JOIN told ON told.report_id = sides.report_id
ORDER BY sides.side, told.section_position, told.position

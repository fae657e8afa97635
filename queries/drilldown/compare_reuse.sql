-- id: compare_reuse
-- title_zh: 两份年报正文各部分的重复率
-- title_en: Text in common, by section
-- unit: characters; share of the counted characters
-- grain: one row a section of either report, and one for the whole (section_code empty)
-- params: left_id, right_id
-- why: How much of each report's counted text stands word for word anywhere in the other one, and how many clauses do not count: short ones, formulas, and those common among agencies. is_enough: whether both have enough text for the shares to say much.
WITH told AS (
    SELECT * FROM judged_clauses WHERE report_id IN ($left_id, $right_id) AND letters > 0
), sides AS (
    SELECT 'left' AS side, $left_id AS report_id, $right_id AS other_id
    UNION ALL
    SELECT 'right' AS side, $right_id AS report_id, $left_id AS other_id
), marked AS (
    SELECT
        sides.side,
        told.section_code,
        told.letters,
        told.standing,
        told.standing = 'counted' AND EXISTS (
            SELECT 1 FROM told AS other
            WHERE other.report_id = sides.other_id AND other.standing = 'counted'
                AND other.clause_key = told.clause_key
        ) AS is_shared
    FROM sides
    JOIN told ON told.report_id = sides.report_id
), known AS (
    SELECT section_code, min(position) AS position
    FROM form_sections
    WHERE form IN (SELECT form FROM reports WHERE report_id IN ($left_id, $right_id))
    GROUP BY section_code
), counted AS (
    SELECT
        coalesce(section_code, '') AS section_code,
        count(*) FILTER (side = 'left') AS left_clauses,
        count(*) FILTER (side = 'left' AND standing = 'counted') AS left_counted_clauses,
        coalesce(sum(letters) FILTER (side = 'left' AND standing = 'counted'), 0)::BIGINT AS left_counted,
        coalesce(sum(letters) FILTER (side = 'left' AND is_shared), 0)::BIGINT AS left_shared,
        count(*) FILTER (side = 'right') AS right_clauses,
        count(*) FILTER (side = 'right' AND standing = 'counted') AS right_counted_clauses,
        coalesce(sum(letters) FILTER (side = 'right' AND standing = 'counted'), 0)::BIGINT AS right_counted,
        coalesce(sum(letters) FILTER (side = 'right' AND is_shared), 0)::BIGINT AS right_shared,
        count(*) FILTER (standing = 'short') AS short_clauses,
        count(*) FILTER (standing = 'formula') AS formula_clauses,
        count(*) FILTER (standing = 'common') AS common_clauses
    FROM marked
    GROUP BY GROUPING SETS ((section_code), ())
)
SELECT
    counted.*,
    rate(left_shared, left_counted) AS left_share,
    rate(right_shared, right_counted) AS right_share,
    is_enough_text(left_counted) AND is_enough_text(right_counted) AS is_enough
FROM counted
LEFT JOIN known ON known.section_code = counted.section_code
ORDER BY known.position NULLS LAST

-- id: text_basis
-- title_zh: 文本比对的范围
-- title_en: What the comparison of texts rests on
-- unit: count
-- grain: one row
-- params: is_demo, region, kinds, agencies, year
-- why: How many reports of a year have enough text to be compared, and how many of their clauses count and do not: short ones, formulas, and those that so many agencies use that they are common.
WITH sizes AS (
    SELECT chosen.report_id, text_sizes.* EXCLUDE (report_id)
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
    LEFT JOIN text_sizes ON text_sizes.report_id = chosen.report_id
), texts AS (
    SELECT report_id, is_enough_text(sum(counted_letters)) AS is_comparable
    FROM sizes
    GROUP BY report_id
)
SELECT
    (SELECT count(*) FROM texts) AS reports,
    (SELECT count(*) FROM texts WHERE is_comparable) AS comparable,
    coalesce(sum(clauses), 0)::BIGINT AS clauses,
    coalesce(sum(counted_clauses), 0)::BIGINT AS counted_clauses,
    coalesce(sum(short_clauses), 0)::BIGINT AS short_clauses,
    coalesce(sum(formula_clauses), 0)::BIGINT AS formula_clauses,
    coalesce(sum(common_clauses), 0)::BIGINT AS common_clauses,
    coalesce((SELECT common_from FROM common_limits WHERE is_demo = $is_demo), common_from(0)) AS common_from
FROM sizes

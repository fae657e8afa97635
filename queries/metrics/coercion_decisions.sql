-- id: coercion_decisions
-- position: 25
-- title_zh: 行政强制决定
-- title_en: Coercion decisions
-- unit: count
-- formula: table 2: coercion.decisions
-- above: 2/coercion/decisions
-- break_years: 2021
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: coercive measures; often misfiled on form 2019.
SELECT
    report_id,
    coercion_decisions AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

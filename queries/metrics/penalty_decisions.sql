-- id: penalty_decisions
-- position: 24
-- title_zh: 行政处罚决定
-- title_en: Penalty decisions
-- unit: count
-- formula: table 2: penalties.decisions
-- above: 2/penalties/decisions
-- break_years: 2021
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: penalties; often misfiled on form 2019.
SELECT
    report_id,
    penalty_decisions AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

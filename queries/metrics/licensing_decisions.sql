-- id: licensing_decisions
-- position: 23
-- title_zh: 行政许可决定
-- title_en: Licensing decisions
-- unit: count
-- formula: table 2: licensing.decisions
-- above: 2/licensing/decisions
-- break_years: 2021
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: licensing; often misfiled on form 2019.
SELECT
    report_id,
    licensing_decisions AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

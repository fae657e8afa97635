-- id: licensing_decisions
-- position: 30
-- title_zh: 行政许可决定
-- title_en: Licensing decisions
-- unit: count
-- direction: neutral
-- formula: table 2: licensing.decisions
-- numerator_zh: 行政许可本年处理决定数量
-- numerator_en: licensing decisions of the year
-- caveat_zh: 2019年格式中许多机关填错栏目，2020年以前的数应谨慎使用。
-- caveat_en: Many agencies misfiled it on the form of 2019; take years before 2021 with care.
-- above: 2/licensing/decisions
-- break_years: 2021
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Volume of disclosure: licensing; often misfiled on form 2019.
SELECT
    report_id,
    licensing_decisions AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

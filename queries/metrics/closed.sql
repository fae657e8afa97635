-- id: closed
-- position: 3
-- title_zh: 办结
-- title_en: Closed
-- unit: count
-- direction: neutral
-- formula: closed_total
-- numerator_zh: 本年度办理结果总计
-- numerator_en: requests closed in the year, as printed
-- caveat_zh: 采用表中填报的总计；总计空白而申请人各栏有数的，取各栏之和并注明。
-- caveat_en: The printed total is used; where it is blank and the applicant columns are filled, their sum, which is said.
-- above: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many requests were ended this year.
SELECT
    report_id,
    closed AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

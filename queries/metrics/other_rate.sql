-- id: other_rate
-- position: 15
-- title_zh: 其他处理率
-- title_en: Other handling rate
-- unit: rate
-- direction: neutral
-- formula: other_handling / closed_total
-- numerator_zh: 其他处理各情形件数之和
-- numerator_en: requests ended otherwise
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 2021年格式的三行合并为2019年格式的一行，两表可比。
-- caveat_en: The three rows of the form of 2021 make the one of 2019; the two are comparable.
-- above: 3/other*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share ended otherwise; the three rows of form 2021 make the one of form 2019.
SELECT
    report_id,
    other_handling AS numerator,
    closed AS denominator
FROM report_metrics

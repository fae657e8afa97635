-- id: fee_amount
-- position: 33
-- title_zh: 行政事业性收费
-- title_en: Administrative fees
-- unit: amount_wan
-- direction: neutral
-- formula: table 2: fees.amount
-- numerator_zh: 行政事业性收费本年收费金额
-- numerator_en: administrative fees charged in the year
-- caveat_zh: 单位为万元；常有机关误填为元，见规则“收费金额疑似将元填作万元”。2019年格式填的是项目数，不计入。
-- caveat_en: In units of 10,000 yuan; agencies often write yuan, see the rule on the unit of fees. The form of 2019 counted fee items, which do not enter.
-- above: 2/fees/amount
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Money charged in administrative fees; form 2019 counted fee items instead.
SELECT
    report_id,
    fee_amount AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

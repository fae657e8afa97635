-- id: fee_amount
-- position: 26
-- title_zh: 行政事业性收费
-- title_en: Administrative fees
-- unit: amount_wan
-- formula: table 2: fees.amount
-- above: 2/fees/amount
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Money charged in administrative fees; form 2019 counted fee items instead.
SELECT
    report_id,
    fee_amount AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

-- id: withheld_rate
-- position: 11
-- title_zh: 不予公开率
-- title_en: Withheld rate
-- unit: rate
-- direction: lower
-- formula: withheld / closed_total
-- numerator_zh: 不予公开八项理由件数之和
-- numerator_en: requests withheld, all eight reasons
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 依法不予公开是正当的；比率高只说明值得看理由，不等于违法。
-- caveat_en: Withholding for a lawful reason is right; a high rate says that the reasons are worth a look, no more.
-- above: 3/withheld*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share refused for one of the eight lawful reasons.
SELECT
    report_id,
    withheld AS numerator,
    closed AS denominator
FROM report_metrics

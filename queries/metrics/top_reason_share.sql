-- id: top_reason_share
-- position: 12
-- title_zh: 首要不予公开理由占比
-- title_en: Main reason among refusals
-- unit: rate
-- direction: neutral
-- formula: largest of the withheld reasons / withheld
-- numerator_zh: 不予公开八项理由中件数最多一项的件数
-- numerator_en: requests withheld for the reason used most, of the eight
-- denominator_zh: 不予公开件数（八项理由之和）
-- denominator_en: requests withheld, all eight reasons
-- caveat_zh: 多个机关合计时，分子为各机关各年自身最多一项之和，即“按本机关首要理由不予公开的占比”，不是全体最多的一项。
-- caveat_en: For several agencies the numerator adds each agency's own main reason of the year: the share refused for the agency's own main reason, not for one reason common to all.
-- rests_on: 3/withheld_*/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How much the refusals lean on a single reason.
SELECT
    report_id,
    withheld_for_main_reason AS numerator,
    withheld AS denominator
FROM report_metrics

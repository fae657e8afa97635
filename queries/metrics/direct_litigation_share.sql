-- id: direct_litigation_share
-- position: 22
-- title_zh: 直接起诉占比
-- title_en: Lawsuits without a review before
-- unit: rate
-- direction: neutral
-- formula: litigation_direct.total / (litigation_direct.total + litigation_after_review.total)
-- numerator_zh: 未经复议直接起诉案件
-- numerator_en: lawsuits filed without a review before
-- denominator_zh: 行政诉讼案件（直接起诉与复议后起诉之和）
-- denominator_en: all lawsuits, filed directly or after a review
-- caveat_zh: 2024年1月1日起，不予公开类案件须先申请行政复议（复议前置），此后占比下降首先是法律规定所致。
-- caveat_en: Since 1 January 2024 refusals must go to review before they can be sued over, so that a fall from then on is the law's doing first of all.
-- above: 4/litigation_direct/total
-- below: 4/litigation_direct/total + 4/litigation_after_review/total
-- break_years: 2024
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Which way to court is taken; the law on administrative review of 2024 moved it.
SELECT
    report_id,
    direct_lawsuits AS numerator,
    direct_lawsuits + after_review_lawsuits AS denominator
FROM report_metrics

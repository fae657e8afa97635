-- id: dispute_rate
-- position: 25
-- title_zh: 争议率
-- title_en: Dispute rate
-- unit: rate
-- direction: lower
-- formula: (review.total + litigation_direct.total) / closed_total
-- numerator_zh: 行政复议与直接起诉案件之和
-- numerator_en: reviews plus lawsuits filed directly
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 案件与申请未必发生在同一年，小机关可能超过100%；复议后起诉不重复计算。
-- caveat_en: Cases and requests need not be of the same year, so that a small agency can exceed 100 %; lawsuits after a review are not counted twice.
-- above: 4/review/total + 4/litigation_direct/total
-- below: 3/closed_total/total
-- break_years: 2024
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many ended requests went on to a dispute; lawsuits after review are the same cases again.
SELECT
    report_id,
    reviews + direct_lawsuits AS numerator,
    closed AS denominator
FROM report_metrics

-- id: after_review_rate
-- position: 26
-- title_zh: 复议后起诉率
-- title_en: Sued after review
-- unit: rate
-- direction: lower
-- formula: litigation_after_review.total / review.total
-- numerator_zh: 复议后起诉案件
-- numerator_en: lawsuits filed after a review
-- denominator_zh: 行政复议总计
-- denominator_en: administrative reviews, all results
-- caveat_zh: 复议与其后的诉讼可能分属两年，比率可能超过100%。
-- caveat_en: A review and the lawsuit after it may fall into two years, so that it can exceed 100 %.
-- above: 4/litigation_after_review/total
-- below: 4/review/total
-- break_years: 2024
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many reviews did not settle the matter.
SELECT
    report_id,
    after_review_lawsuits AS numerator,
    reviews AS denominator
FROM report_metrics

-- id: review_corrected_rate
-- position: 23
-- title_zh: 复议纠错率
-- title_en: Corrected in review
-- unit: rate
-- direction: lower
-- formula: review.corrected / (review.total − review.pending)
-- numerator_zh: 行政复议结果纠正案件
-- numerator_en: reviews that corrected the agency
-- denominator_zh: 行政复议已审结案件（总计减尚未审结）
-- denominator_en: reviews decided: all less those pending
-- caveat_zh: 案件通常很少，应看区间；调解、撤回等计入“其他结果”，在分母中。
-- caveat_en: Cases are few as a rule: look at the interval. Cases settled or withdrawn are other results and stay in the denominator.
-- above: 4/review/corrected
-- below: 4/review/total - 4/review/pending
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How often a review that was decided found the agency wrong.
SELECT
    report_id,
    review_corrected AS numerator,
    reviews - review_pending AS denominator
FROM report_metrics

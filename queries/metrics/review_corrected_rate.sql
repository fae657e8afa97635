-- id: review_corrected_rate
-- position: 16
-- title_zh: 复议纠错率
-- title_en: Corrected in review
-- unit: rate
-- formula: review.corrected / (review.total − review.pending)
-- above: 4/review/corrected
-- below: 4/review/total - 4/review/pending
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How often a review that was decided found the agency wrong.
SELECT
    report_id,
    review_corrected AS numerator,
    reviews - review_pending AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

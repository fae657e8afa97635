-- id: after_review_rate
-- position: 19
-- title_zh: 复议后起诉率
-- title_en: Sued after review
-- unit: rate
-- formula: litigation_after_review.total / review.total
-- above: 4/litigation_after_review/total
-- below: 4/review/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How many reviews did not settle the matter.
SELECT
    report_id,
    after_review_lawsuits AS numerator,
    reviews AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

-- id: after_review_rate
-- position: 19
-- title_zh: 复议后起诉率
-- title_en: Sued after review
-- unit: rate
-- formula: litigation_after_review.total / review.total
-- above: 4/litigation_after_review/total
-- below: 4/review/total
-- break_years: 2024
-- grain: one row a current report for which it can be computed
-- params:
-- why: How many reviews did not settle the matter.
SELECT
    report_id,
    after_review_lawsuits AS numerator,
    reviews AS denominator
FROM current_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

-- id: lawsuits
-- position: 15
-- title_zh: 行政诉讼
-- title_en: Lawsuits
-- unit: count
-- formula: litigation_direct.total + litigation_after_review.total
-- above: 4/litigation_direct/total + 4/litigation_after_review/total + 4/litigation/total
-- break_years: 2019, 2024
-- grain: one row a current report for which it can be computed
-- params:
-- why: How many decisions were taken to court, directly or after review.
SELECT
    report_id,
    lawsuits AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM current_metrics
WHERE numerator IS NOT NULL

-- id: reviews
-- position: 14
-- title_zh: 行政复议
-- title_en: Administrative reviews
-- unit: count
-- formula: review.total
-- above: 4/review/total
-- break_years: 2019, 2024
-- grain: one row a current report for which it can be computed
-- params:
-- why: How many decisions were taken to administrative review.
SELECT
    report_id,
    reviews AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM current_metrics
WHERE numerator IS NOT NULL

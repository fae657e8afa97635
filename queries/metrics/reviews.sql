-- id: reviews
-- position: 20
-- title_zh: 行政复议
-- title_en: Administrative reviews
-- unit: count
-- direction: neutral
-- formula: review.total
-- numerator_zh: 行政复议总计
-- numerator_en: administrative reviews, all results
-- caveat_zh: 含尚未审结的案件；2019年以前取自统计表。
-- caveat_en: Includes cases still pending; before 2019 from the annex.
-- above: 4/review/total
-- break_years: 2019, 2024
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many decisions were taken to administrative review.
SELECT
    report_id,
    reviews AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

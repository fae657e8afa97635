-- id: lawsuits
-- position: 21
-- title_zh: 行政诉讼
-- title_en: Lawsuits
-- unit: count
-- direction: neutral
-- formula: litigation_direct.total + litigation_after_review.total
-- numerator_zh: 未经复议直接起诉与复议后起诉案件之和
-- numerator_en: lawsuits filed directly plus those after a review
-- caveat_zh: 含尚未审结的案件；2019年以前取自统计表，不分起诉路径。
-- caveat_en: Includes cases still pending; before 2019 from the annex, which does not tell the paths apart.
-- above: 4/litigation_direct/total + 4/litigation_after_review/total + 4/litigation/total
-- break_years: 2019, 2024
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many decisions were taken to court, directly or after review.
SELECT
    report_id,
    lawsuits AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

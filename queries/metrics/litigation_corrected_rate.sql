-- id: litigation_corrected_rate
-- position: 24
-- title_zh: 诉讼纠错率
-- title_en: Corrected in court
-- unit: rate
-- direction: lower
-- formula: Σ litigation corrected / Σ litigation (total − pending)
-- numerator_zh: 行政诉讼结果纠正案件（两类路径之和）
-- numerator_en: lawsuits that corrected the agency, both paths
-- denominator_zh: 行政诉讼已审结案件（总计减尚未审结）
-- denominator_en: lawsuits decided: all less those pending
-- caveat_zh: 案件通常很少，应看区间；一审、二审的填报口径各机关不一。
-- caveat_en: Cases are few as a rule: look at the interval. Agencies differ in how they count appeals.
-- above: 4/litigation_*/corrected
-- below: 4/litigation_*/total - 4/litigation_*/pending
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How often a lawsuit that was decided found the agency wrong.
SELECT
    report_id,
    direct_corrected + after_review_corrected AS numerator,
    direct_lawsuits + after_review_lawsuits - direct_pending - after_review_pending AS denominator
FROM report_metrics

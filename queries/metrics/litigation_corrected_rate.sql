-- id: litigation_corrected_rate
-- position: 17
-- title_zh: 诉讼纠错率
-- title_en: Corrected in court
-- unit: rate
-- formula: Σ litigation corrected / Σ litigation (total − pending)
-- above: 4/litigation_*/corrected
-- below: 4/litigation_*/total - 4/litigation_*/pending
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How often a lawsuit that was decided found the agency wrong.
SELECT
    report_id,
    direct_corrected + after_review_corrected AS numerator,
    direct_lawsuits + after_review_lawsuits - direct_pending - after_review_pending AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

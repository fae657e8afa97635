-- id: dispute_rate
-- position: 18
-- title_zh: 争议率
-- title_en: Dispute rate
-- unit: rate
-- formula: (review.total + litigation_direct.total) / closed_total
-- above: 4/review/total + 4/litigation_direct/total
-- below: 3/closed_total/total
-- break_years: 2024
-- grain: one row a current report for which it can be computed
-- params:
-- why: How many ended requests went on to a dispute; lawsuits after review are the same cases again.
SELECT
    report_id,
    reviews + direct_lawsuits AS numerator,
    closed AS denominator
FROM current_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

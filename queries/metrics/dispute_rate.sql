-- id: dispute_rate
-- position: 18
-- title_zh: 争议率
-- title_en: Dispute rate
-- unit: rate
-- formula: (review.total + litigation_direct.total) / closed_total
-- above: 4/review/total + 4/litigation_direct/total
-- below: 3/closed_total/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: How many ended requests went on to a dispute; lawsuits after review are the same cases again.
SELECT
    report_id,
    reviews + direct_lawsuits AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

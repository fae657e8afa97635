-- id: disclosure_rate
-- position: 5
-- title_zh: 公开率
-- title_en: Disclosure rate
-- unit: rate
-- formula: (disclosed + partly_disclosed) / closed_total
-- above: 3/disclosed/total + 3/partly_disclosed/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share of ended requests that got at least part of the information.
SELECT
    report_id,
    disclosed + partly_disclosed AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

-- id: full_disclosure_rate
-- position: 6
-- title_zh: 全部公开率
-- title_en: Full disclosure rate
-- unit: rate
-- formula: disclosed / closed_total
-- above: 3/disclosed/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share of ended requests that got all of it.
SELECT
    report_id,
    disclosed AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

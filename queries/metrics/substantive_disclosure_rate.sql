-- id: substantive_disclosure_rate
-- position: 7
-- title_zh: 实质公开率
-- title_en: Substantive disclosure rate
-- unit: rate
-- formula: (disclosed + partly_disclosed) / (disclosed + partly_disclosed + withheld)
-- above: 3/disclosed/total + 3/partly_disclosed/total
-- below: 3/disclosed/total + 3/partly_disclosed/total + 3/withheld*/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Disclosure among requests that turned on whether to disclose, leaving aside what the agency does not hold or need not handle.
SELECT
    report_id,
    disclosed + partly_disclosed AS numerator,
    disclosed + partly_disclosed + withheld AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

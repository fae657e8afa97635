-- id: other_rate
-- position: 11
-- title_zh: 其他处理率
-- title_en: Other handling rate
-- unit: rate
-- formula: other_handling / closed_total
-- above: 3/other*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: The share ended otherwise; the three rows of form 2021 make the one of form 2019.
SELECT
    report_id,
    other_handling AS numerator,
    closed AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

-- id: normative_in_force
-- position: 22
-- title_zh: 规范性文件现行有效
-- title_en: Normative documents in force
-- unit: count
-- formula: table 2: in_force (2021), disclosed_total (2019)
-- above: 2/normative_documents/in_force + 2/normative_documents/disclosed_total
-- break_years: 2021
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Stock of normative documents; form 2019 counts documents disclosed in total, which is only roughly the same.
SELECT
    report_id,
    normative_in_force AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

-- id: normative_issued
-- position: 20
-- title_zh: 规范性文件制发
-- title_en: Normative documents issued
-- unit: count
-- formula: table 2: issued (2021), made (2019); annex: normative_issued
-- above: 2/normative_documents/issued + 2/normative_documents/made
-- break_years: 2019, 2021
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: new normative documents; form 2019 counts documents made, which is only roughly the same.
SELECT
    report_id,
    normative_issued AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

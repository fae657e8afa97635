-- id: normative_repealed
-- position: 21
-- title_zh: 规范性文件废止
-- title_en: Normative documents repealed
-- unit: count
-- formula: table 2: repealed
-- above: 2/normative_documents/repealed
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Volume of disclosure: normative documents struck off; form 2021 only.
SELECT
    report_id,
    normative_repealed AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL

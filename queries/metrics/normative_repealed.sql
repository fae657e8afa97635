-- id: normative_repealed
-- position: 28
-- title_zh: 规范性文件废止
-- title_en: Normative documents repealed
-- unit: count
-- direction: neutral
-- formula: table 2: repealed
-- numerator_zh: 行政规范性文件本年废止件数
-- numerator_en: normative documents repealed
-- caveat_zh: 只有2021年格式才有此项；集中清理年份会突然增多。
-- caveat_en: Only the form of 2021 has it; it leaps in years of a clean-up.
-- above: 2/normative_documents/repealed
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Volume of disclosure: normative documents struck off; form 2021 only.
SELECT
    report_id,
    normative_repealed AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

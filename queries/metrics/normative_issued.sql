-- id: normative_issued
-- position: 27
-- title_zh: 规范性文件制发
-- title_en: Normative documents issued
-- unit: count
-- direction: neutral
-- formula: table 2: issued (2021), made (2019); annex: normative_issued
-- numerator_zh: 行政规范性文件本年制发件数（2019年格式为本年新制作数量）
-- numerator_en: normative documents issued (made, on the form of 2019)
-- caveat_zh: 数量是机关职能所致，多少不说明公开好坏；各年格式的口径只大致相当。
-- caveat_en: The number follows from what the agency does; the notions of the forms are only roughly the same.
-- above: 2/normative_documents/issued + 2/normative_documents/made
-- break_years: 2019, 2021
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Volume of disclosure: new normative documents; form 2019 counts documents made, which is only roughly the same.
SELECT
    report_id,
    normative_issued AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

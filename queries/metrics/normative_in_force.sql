-- id: normative_in_force
-- position: 29
-- title_zh: 规范性文件现行有效
-- title_en: Normative documents in force
-- unit: count
-- direction: neutral
-- formula: table 2: in_force (2021), disclosed_total (2019)
-- numerator_zh: 行政规范性文件现行有效件数（2019年格式为对外公开总数量）
-- numerator_en: normative documents in force (disclosed in total, on the form of 2019)
-- caveat_zh: 存量指标，各年不可相加；2019年格式的公开总数与现行有效只大致相当。
-- caveat_en: A stock, which cannot be added over years; the two forms' notions are only roughly the same.
-- above: 2/normative_documents/in_force + 2/normative_documents/disclosed_total
-- break_years: 2021
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Stock of normative documents; form 2019 counts documents disclosed in total, which is only roughly the same.
SELECT
    report_id,
    normative_in_force AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

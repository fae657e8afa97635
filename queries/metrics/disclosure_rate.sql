-- id: disclosure_rate
-- position: 6
-- title_zh: 公开率
-- title_en: Disclosure rate
-- unit: rate
-- direction: higher
-- formula: (disclosed + partly_disclosed) / closed_total
-- numerator_zh: 予以公开与部分公开件数之和
-- numerator_en: requests disclosed in full or in part
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 分母含不予处理、无法提供等情形，机关无从公开的申请也会拉低此率；可与实质公开率对照。
-- caveat_en: The denominator includes requests that could not be answered with information at all; compare with substantive disclosure.
-- above: 3/disclosed/total + 3/partly_disclosed/total
-- below: 3/closed_total/total
-- break_years: 2019
-- alternatives: full_disclosure_rate, substantive_disclosure_rate
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share of ended requests that got at least part of the information.
SELECT
    report_id,
    disclosed + partly_disclosed AS numerator,
    closed AS denominator
FROM report_metrics

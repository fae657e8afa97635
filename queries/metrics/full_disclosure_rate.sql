-- id: full_disclosure_rate
-- position: 7
-- title_zh: 全部公开率
-- title_en: Full disclosure rate
-- unit: rate
-- direction: higher
-- formula: disclosed / closed_total
-- numerator_zh: 予以公开件数
-- numerator_en: requests disclosed in full
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 区分处理后部分公开的不计入；与公开率之差即为部分公开所占份额。
-- caveat_en: Partial disclosure does not count; the gap to the disclosure rate is the share of partial disclosure.
-- above: 3/disclosed/total
-- below: 3/closed_total/total
-- break_years: 2019
-- alternatives: disclosure_rate, substantive_disclosure_rate
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share of ended requests that got all of it.
SELECT
    report_id,
    disclosed AS numerator,
    closed AS denominator
FROM report_metrics

-- id: unavailable_rate
-- position: 13
-- title_zh: 无法提供率
-- title_en: Unavailable rate
-- unit: rate
-- direction: neutral
-- formula: unavailable / closed_total
-- numerator_zh: 无法提供各情形件数之和
-- numerator_en: requests that could not be supplied
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: “本机关不掌握”多由申请人找错机关所致，与公开意愿无关。
-- caveat_en: Most are asked of the wrong agency, which has nothing to do with its readiness to disclose.
-- above: 3/unavailable*/total
-- below: 3/closed_total/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share that could not be supplied.
SELECT
    report_id,
    unavailable AS numerator,
    closed AS denominator
FROM report_metrics

-- id: declined_rate
-- position: 14
-- title_zh: 不予处理率
-- title_en: Declined rate
-- unit: rate
-- direction: neutral
-- formula: declined / closed_total
-- numerator_zh: 不予处理各情形件数之和
-- numerator_en: requests not handled, such as petitions and repetitions
-- denominator_zh: 本年度办理结果总计件数
-- denominator_en: requests closed in the year
-- caveat_zh: 个别申请人的大量重复申请可使小机关的比率骤升。
-- caveat_en: A single applicant who repeats requests can make the rate of a small agency leap.
-- above: 3/declined_*/total
-- below: 3/closed_total/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: The share that was not handled, such as petitions and repeated requests.
SELECT
    report_id,
    declined AS numerator,
    closed AS denominator
FROM report_metrics

-- id: closure_rate
-- position: 16
-- title_zh: 办结率
-- title_en: Closure rate
-- unit: rate
-- direction: higher
-- formula: closed_total / (new_requests + carried_in)
-- numerator_zh: 本年度办理结果总计件数
-- numerator_en: requests closed in the year
-- denominator_zh: 本年新收与上年结转申请之和
-- denominator_en: requests newly received plus those carried in
-- caveat_zh: 若年报满足勾稽关系，办结率与结转互补；不满足时可能超过100%。
-- caveat_en: Where the report balances it is the complement of what is carried over; where it does not it can exceed 100 %.
-- above: 3/closed_total/total
-- below: 3/new_requests/total + 3/carried_in/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How much of the work of the year was done within it.
SELECT
    report_id,
    closed AS numerator,
    new_requests + carried_in AS denominator
FROM report_metrics

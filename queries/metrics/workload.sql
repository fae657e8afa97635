-- id: workload
-- position: 2
-- title_zh: 受理总量
-- title_en: Workload
-- unit: count
-- direction: neutral
-- formula: new_requests + carried_in
-- numerator_zh: 本年新收与上年结转申请之和
-- numerator_en: requests newly received plus those carried in
-- caveat_zh: 上年结转数如与上年年报的结转下年度数不一致，受理总量随之偏差，见规则“结转数与上年不衔接”。
-- caveat_en: If the number carried in differs from what last year's report carried out, the workload is off by as much; see the carry-over rule.
-- above: 3/new_requests/total + 3/carried_in/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: What there was to answer this year, new or carried in.
SELECT
    report_id,
    new_requests + carried_in AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

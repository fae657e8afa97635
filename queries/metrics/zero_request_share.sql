-- id: zero_request_share
-- position: 19
-- title_zh: 零申请机关占比
-- title_en: Agencies without a request
-- unit: rate
-- direction: neutral
-- formula: reports with new_requests = 0 / reports with new_requests
-- numerator_zh: 本年新收申请为0的年报份数
-- numerator_en: reports with no new request in the year
-- denominator_zh: 填报了本年新收申请数的年报份数
-- denominator_en: reports that state the number of new requests
-- caveat_zh: 以机关（年报）计数而非以件计数；空白不算0。合并年报算一份，看各机关请将合计口径设为“各机关相加”。
-- caveat_en: It counts agencies, not requests; a blank is no zero. A consolidated report counts once: choose the agencies' own reports to see each agency.
-- rests_on: 3/new_requests/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many agencies nobody asked, so that their rates say nothing.
SELECT
    report_id,
    (new_requests = 0)::INTEGER AS numerator,
    1::DECIMAL(38, 15) AS denominator
FROM report_metrics

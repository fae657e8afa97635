-- id: clearance_rate
-- position: 17
-- title_zh: 结收比
-- title_en: Clearance rate
-- unit: rate
-- direction: higher
-- formula: closed_total / new_requests
-- numerator_zh: 本年度办理结果总计件数
-- numerator_en: requests closed in the year
-- denominator_zh: 本年新收政府信息公开申请件数
-- denominator_en: requests newly received in the year
-- caveat_zh: 大于100%表示办结多于新收、消化了上年积压；不是完成程度，故可超过100%。因不是占比，件数少时的区间仅在不超过100%时给出。
-- caveat_en: Above 100 % more was closed than came in and the backlog shrank; it is a ratio rather than a share. On few cases its interval is given only up to 100 %.
-- above: 3/closed_total/total
-- below: 3/new_requests/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Whether the agency keeps pace with what comes in: closed against newly received.
SELECT
    report_id,
    closed AS numerator,
    new_requests AS denominator
FROM report_metrics

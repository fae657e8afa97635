-- id: new_requests
-- position: 1
-- title_zh: 新收申请
-- title_en: New requests
-- unit: count
-- direction: neutral
-- formula: new_requests
-- numerator_zh: 本年新收政府信息公开申请总计
-- numerator_en: requests newly received, all applicants
-- caveat_zh: 数量多少取决于社会需求，不说明工作好坏；2019年以前取自统计表，口径不尽相同。
-- caveat_en: It tells how much people ask, not how well they are served; before 2019 it comes from the annex, whose notion is not quite the same.
-- above: 3/new_requests/total
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How much was asked this year.
SELECT
    report_id,
    new_requests AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

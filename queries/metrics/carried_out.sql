-- id: carried_out
-- position: 4
-- title_zh: 结转
-- title_en: Carried over
-- unit: count
-- direction: lower
-- formula: carried_out
-- numerator_zh: 结转下年度继续办理的申请总计
-- numerator_en: requests carried over to next year
-- caveat_zh: 年底收到的申请自然会结转，少量结转属正常。
-- caveat_en: Requests that arrive in December are carried over as a matter of course; a few are normal.
-- above: 3/carried_out/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: How many requests wait for next year.
SELECT
    report_id,
    carried_out AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

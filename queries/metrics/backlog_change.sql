-- id: backlog_change
-- position: 5
-- title_zh: 积压变化
-- title_en: Change of backlog
-- unit: balance
-- direction: lower
-- formula: carried_out − carried_in
-- numerator_zh: 结转下年度件数减去上年结转件数
-- numerator_en: requests carried out less requests carried in
-- caveat_zh: 正数表示积压增加，负数表示减少；有正有负，只给出与上年的差额，不算百分比。
-- caveat_en: Positive means the backlog grew, negative that it shrank; as it has a sign, its change is given as a difference and never in percent.
-- above: 3/carried_out/total - 3/carried_in/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Whether more waits at the end of the year than at its start.
SELECT
    report_id,
    carried_out - carried_in AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM report_metrics

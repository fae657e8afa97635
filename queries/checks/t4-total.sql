-- id: t4-total
-- severity: E
-- title_zh: 表四合计不符
-- title_en: Table 4: results do not add up
-- message_zh: 总计填报 {found}，四种结果相加为 {expected}
-- message_en: the total says {found}, the four results add up to {expected}
-- ask_zh: 请核对各项结果与总计，以哪个为准
-- ask_en: Which is right, the results or their total?
-- checks_zh: 表四中，维持、纠正、其他、尚未审结之和等于总计，复议和两类诉讼分别判断。
-- checks_en: In table 4 upheld, corrected, other and pending add up to the total, for reviews and both paths of lawsuits.
-- unit: count
-- grain: one row a group of table 4, judged at its total
-- params:
-- why: Upheld, corrected, other and pending sum to the total, for reviews and both paths of lawsuits.
SELECT
    report_id,
    '4' AS table_code,
    row_code,
    'total' AS column_code,
    max(value) FILTER (WHERE column_code = 'total') AS found,
    coalesce(sum(value) FILTER (WHERE column_code <> 'total'), 0) AS expected,
    sum_state(
        bool_and(status NOT IN ('absent', 'unreadable')),
        bool_or(value IS NULL AND column_code <> 'total'),
        found,
        expected
    ) AS state
FROM cells
WHERE table_code = '4'
GROUP BY report_id, row_code

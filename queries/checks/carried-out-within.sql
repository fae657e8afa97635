-- id: carried-out-within
-- severity: E
-- title_zh: 结转下年多于全部申请
-- title_en: More requests carried over than there were
-- message_zh: 结转下年填报 {found}，不应大于新收与上年结转之和 {expected}
-- message_en: carried over says {found} and cannot exceed new and carried in, {expected}
-- ask_zh: 请核对结转下年数量
-- ask_en: Please check the requests carried over
-- checks_zh: 只有收到的申请才能结转：结转下年不应大于新收与上年结转之和，逐列判断。
-- checks_en: Only what came in can be carried over to next year; judged column by column.
-- unit: count
-- grain: one row a column of table 3, at carried_out
-- params:
-- why: Only what came in can be carried over to next year, in every column.
WITH flow AS (
    SELECT
        report_id,
        column_code,
        max(value) FILTER (WHERE row_code = 'carried_out') AS found,
        sum(value) FILTER (WHERE row_code <> 'carried_out') AS expected,
        bool_and(status NOT IN ('absent', 'unreadable')) AS is_known,
        bool_or(value IS NULL AND row_code <> 'carried_out') AS has_blanks
    FROM cell_values
    WHERE table_code = '3' AND row_code IN ('new_requests', 'carried_in', 'carried_out')
    GROUP BY report_id, column_code
)
SELECT
    report_id,
    '3' AS table_code,
    'carried_out' AS row_code,
    column_code,
    found,
    coalesce(expected, 0) AS expected,
    CASE
        WHEN NOT is_known OR found IS NULL THEN 'not-assessable'
        WHEN found > coalesce(flow.expected, 0) THEN 'fail'
        WHEN has_blanks THEN 'pass-if-blank-is-zero'
        ELSE 'pass'
    END AS state
FROM flow

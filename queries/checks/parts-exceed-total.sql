-- id: parts-exceed-total
-- severity: E
-- title_zh: 分项大于合计
-- title_en: A part exceeds its total
-- message_zh: 分项中有 {found}，不应大于合计 {expected}
-- message_en: a part says {found} and cannot exceed the total, {expected}
-- ask_zh: 请核对该分项与合计
-- ask_en: Which is right, the part or its total?
-- checks_zh: 有分项未报或无法辨认，无从核对合计时，任何一个分项也不应大于合计。
-- checks_en: Where a part is absent or unreadable so that the sum cannot be judged, still no single part is above the total.
-- unit: count
-- grain: one row a sum that cannot be judged as a whole, at its total
-- params:
-- why: Where a part is absent or unreadable the sum cannot be judged, but no single part may be above the total: applicants of a row, outcomes of a column, results of reviews and lawsuits.
WITH sums AS (
    SELECT
        report_id,
        table_code,
        row_code,
        'total' AS column_code,
        max(value) FILTER (WHERE column_code <> 'total') AS found,
        max(value) FILTER (WHERE column_code = 'total') AS expected,
        bool_or(status IN ('absent', 'unreadable')) AND bool_or(status <> 'absent') AS is_unjudged
    FROM cells
    WHERE table_code IN ('3', '4')
    GROUP BY report_id, table_code, row_code
    UNION ALL
    SELECT
        report_id,
        '3' AS table_code,
        'closed_total' AS row_code,
        column_code,
        max(value) FILTER (WHERE row_code <> 'closed_total') AS found,
        max(value) FILTER (WHERE row_code = 'closed_total') AS expected,
        bool_or(status = 'unreadable') AS is_unjudged
    FROM cells
    WHERE table_code = '3' AND column_code <> 'total'
        AND row_code NOT IN ('new_requests', 'carried_in', 'carried_out')
    GROUP BY report_id, column_code
)
SELECT
    report_id,
    table_code,
    row_code,
    column_code,
    found,
    expected,
    CASE
        WHEN found IS NULL OR expected IS NULL THEN 'not-assessable'
        WHEN found > expected THEN 'fail'
        ELSE 'pass'
    END AS state
FROM sums
WHERE is_unjudged

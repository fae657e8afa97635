-- id: t3-balance
-- severity: E
-- title_zh: 表三收办不平衡
-- title_en: Table 3: what came in is not what went out
-- message_zh: 办结与结转下年之和为 {found}，新收与上年结转之和为 {expected}
-- message_en: closed and carried over make {found}, new and carried in make {expected}
-- ask_zh: 请核对新收、上年结转、办结与结转下年数量
-- ask_en: Please check new, carried in, closed and carried over
-- checks_zh: 新收＋上年结转＝办结＋结转下年，逐列判断。申请人空白格按零计并注明；总计列空白的不判断。
-- checks_en: New plus carried in equal closed plus carried over, in every column. Blank applicant cells count as zero, which is said; a blank total is not judged.
-- unit: count
-- grain: one row a column of table 3, judged at closed_total
-- params:
-- why: Printed on the form: item one plus item two equal item three plus item four, in every column. A blank applicant cell counts as zero; where the total column is blank it is not judged.
WITH parts AS (
    SELECT
        report_id,
        column_code,
        CASE WHEN column_code = 'total' THEN value ELSE coalesce(value, 0) END AS amount,
        row_code IN ('new_requests', 'carried_in') AS is_in,
        value IS NULL AS is_blank,
        status NOT IN ('absent', 'unreadable') AS is_there
    FROM cell_values
    WHERE table_code = '3'
        AND row_code IN ('new_requests', 'carried_in', 'closed_total', 'carried_out')
)
SELECT
    report_id,
    '3' AS table_code,
    'closed_total' AS row_code,
    column_code,
    sum(amount) FILTER (WHERE NOT is_in) AS found,
    sum(amount) FILTER (WHERE is_in) AS expected,
    sum_state(bool_and(is_there) AND count(amount) = 4, bool_or(is_blank), found, expected) AS state
FROM parts
GROUP BY report_id, column_code

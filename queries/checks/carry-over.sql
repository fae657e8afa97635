-- id: carry-over
-- severity: E
-- title_zh: 结转数与上年不衔接
-- title_en: Carried in is not last year's carried over
-- message_zh: 上年结转填报 {found}，上年年报结转下年为 {expected}
-- message_en: carried in says {found}, last year's report carried over {expected}
-- ask_zh: 请核对上年结转数与上一年度年报的结转下年数
-- ask_en: Which is right, carried in or last year's carried over?
-- checks_zh: 本年的上年结转应等于上年年报的结转下年，总计与各类申请人逐列判断；有机关并入的，加上并入机关的结转。未收录上年年报的不判断。
-- checks_en: What last year's report hands on is what this year's takes up, in total and by applicant, with that of agencies merged in. Not judged where last year's report is not held.
-- unit: count
-- grain: one row a column of table 3, judged at carried_in; without last year’s report it cannot be judged
-- params:
-- why: What last year's report hands on is what this year's takes up, in total and by applicant; an agency takes up what agencies merged into it left.
WITH handed_on AS (
    SELECT
        CASE WHEN giver.active_until = last.year THEN coalesce(giver.merged_into, giver.agency_id)
            ELSE giver.agency_id END AS agency_id,
        last.year + 1 AS year,
        column_code,
        sum(coalesce(value, 0)) AS carried_out,
        bool_or(value IS NULL) AS is_blank,
        bool_or(status IN ('absent', 'unreadable')) AS is_unknown,
        bool_or(merged_into IS NULL OR active_until <> last.year) AS has_own
    FROM cell_values
    JOIN reports AS last ON last.report_id = cell_values.report_id AND last.is_current
    JOIN agencies AS giver ON giver.agency_id = last.agency_id
    WHERE table_code = '3' AND row_code = 'carried_out'
    GROUP BY ALL
)
SELECT
    this.report_id,
    '3' AS table_code,
    'carried_in' AS row_code,
    cell_values.column_code,
    coalesce(cell_values.value, 0) AS found,
    handed_on.carried_out AS expected,
    sum_state(
        cell_values.status NOT IN ('absent', 'unreadable')
            AND coalesce(handed_on.has_own AND NOT handed_on.is_unknown, FALSE),
        cell_values.value IS NULL OR handed_on.is_blank,
        found,
        expected
    ) AS state
FROM cell_values
JOIN reports AS this ON this.report_id = cell_values.report_id AND this.year IS NOT NULL
LEFT JOIN handed_on
    ON handed_on.agency_id = this.agency_id AND handed_on.year = this.year
    AND handed_on.column_code = cell_values.column_code
WHERE cell_values.table_code = '3' AND cell_values.row_code = 'carried_in'

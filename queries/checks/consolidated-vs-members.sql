-- id: consolidated-vs-members
-- severity: W
-- title_zh: 汇总数与所属各单位之和不符
-- title_en: The consolidated number is not the sum of the members'
-- message_zh: 汇总年报填报 {found}，所属各单位年报相加为 {expected}
-- message_en: the consolidated report says {found}, the members' reports add up to {expected}
-- ask_zh: 请核对汇总口径，说明差异
-- ask_en: Whose numbers are in the consolidated report?
-- checks_zh: 汇总年报的新收、结转、办结、复议、诉讼，应等于所属各单位年报之和。所属单位的年报和该数字全部收录的才判断。
-- checks_en: Requests, reviews and lawsuits of a consolidated report are the sum of its members'. Judged only where every member's report is held with that number.
-- unit: count
-- grain: one row a total of a consolidated report and year
-- params:
-- why: New, carried in, closed, carried over, reviews and lawsuits of a consolidated report are the sum of its members'. Judged only where every member that existed in the year is held with that number; a consolidated report without registered members has no row.
WITH wanted AS (
    SELECT cell_values.report_id, reports.agency_id, reports.year, table_code, row_code, value
    FROM cell_values
    JOIN reports ON reports.report_id = cell_values.report_id AND reports.is_current
    WHERE column_code = 'total' AND (
        table_code = '4'
        OR table_code = '3' AND row_code IN ('new_requests', 'carried_in', 'closed_total', 'carried_out')
    )
), wholes AS (
    SELECT wanted.*
    FROM wanted
    WHERE agency_id IN (SELECT consolidated_into FROM agencies)
), members AS (
    SELECT
        wholes.report_id,
        wholes.table_code,
        wholes.row_code,
        any_value(wholes.value) AS found,
        sum(wanted.value) AS expected,
        bool_and(wanted.value IS NOT NULL) AS is_known
    FROM wholes
    JOIN agencies
        ON agencies.consolidated_into = wholes.agency_id
        AND coalesce(agencies.active_from, wholes.year) <= wholes.year
        AND coalesce(agencies.active_until, wholes.year) >= wholes.year
    LEFT JOIN wanted
        ON wanted.agency_id = agencies.agency_id AND wanted.year = wholes.year
        AND wanted.table_code = wholes.table_code AND wanted.row_code = wholes.row_code
    GROUP BY wholes.report_id, wholes.table_code, wholes.row_code
)
SELECT
    report_id,
    table_code,
    row_code,
    'total' AS column_code,
    found,
    CASE WHEN is_known THEN expected END AS expected,
    CASE
        WHEN NOT is_known OR found IS NULL THEN 'not-assessable'
        WHEN found <> members.expected THEN 'fail'
        ELSE 'pass'
    END AS state
FROM members

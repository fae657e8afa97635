-- id: numbers-repeated
-- severity: W
-- title_zh: 表三与上年完全相同
-- title_en: Table 3 is last year's
-- message_zh: 表三各项数字与上年年报完全相同
-- message_en: every number of table 3 is that of last year's report
-- ask_zh: 请确认表三数据是否误用上年数据
-- ask_en: Were last year's numbers used by mistake?
-- checks_zh: 表三各项数字（有申请的）与上年完全相同，可能误用了上年的表。只有一两件申请的，不确定。
-- checks_en: A table 3 with requests in it does not come out the same twice. Uncertain with one or two requests.
-- unit: none
-- grain: one row a current report
-- params:
-- why: A table 3 with requests in it does not come out the same twice; with one or two requests it may, and that is uncertain. The three rows 其他处理 of 2021 count as the one of 2019. The sum of hashes stands for all numbers (see same-tables).
WITH counted AS (
    SELECT report_id, row_code, column_code, value, status IN ('unreadable', 'absent') AS is_unknown
    FROM cell_values
    WHERE table_code = '3' AND NOT starts_with(row_code, 'other')
    UNION ALL
    SELECT
        report_id,
        'other' AS row_code,
        column_code,
        sum(value) AS value,
        bool_or(status = 'unreadable') AS is_unknown
    FROM cell_values
    WHERE table_code = '3' AND starts_with(row_code, 'other')
    GROUP BY report_id, column_code
), tables_of AS (
    SELECT
        reports.agency_id,
        reports.year,
        reports.report_id,
        bool_or(is_unknown) AS is_unknown,
        max(value) FILTER (row_code IN ('new_requests', 'closed_total') AND column_code = 'total') AS requests,
        sum(hash(row_code, column_code, value)) FILTER (value <> 0) AS numbers
    FROM counted
    JOIN reports ON reports.report_id = counted.report_id AND reports.is_current
    GROUP BY ALL
)
SELECT
    this.report_id,
    '3' AS table_code,
    '' AS row_code,
    '' AS column_code,
    CASE
        WHEN last.report_id IS NULL OR this.is_unknown OR last.is_unknown THEN 'not-assessable'
        WHEN coalesce(this.requests, 0) = 0 OR this.numbers IS DISTINCT FROM last.numbers THEN 'pass'
        WHEN this.requests < 3 THEN 'uncertain'
        ELSE 'fail'
    END AS state
FROM tables_of AS this
LEFT JOIN tables_of AS last ON last.agency_id = this.agency_id AND last.year = this.year - 1

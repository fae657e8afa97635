-- id: jump
-- severity: W
-- title_zh: 数量大幅异常变动
-- title_en: A number out of all proportion
-- message_zh: 填报 {found}，其他年度一般为 {expected}
-- message_en: it says {found}; in other years it is usually {expected}
-- ask_zh: 请核实该数量，说明大幅变动的原因
-- ask_en: What explains the change?
-- checks_zh: 新收申请、决定数、规范性文件数超过本机关其他年度中位数的十倍或不足其十分之一，且同类机关没有同样变动。本机关至少有三个其他年度才判断；小数量已放宽。
-- checks_en: Requests, decisions or documents more than ten times, or less than a tenth of, the median of the agency's other years, while its peers did not move likewise. Judged from three other years on; small numbers are given room.
-- unit: count
-- grain: one row a quantity of a current report: new requests; decisions and normative documents of the form of 2021
-- params:
-- why: A number more than ten times, or less than a tenth of, what the agency usually reports (the median of its other years, at least three), and beyond three times its other years' greatest or smallest, where they are steady and its peers did not move likewise. Ten is added on both sides so that small numbers stay quiet.
WITH amounts AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        reports.year,
        agencies.kind,
        agencies.sector,
        agencies.level,
        table_code,
        row_code,
        column_code,
        value,
        ln(value::DOUBLE + 10) AS size
    FROM cell_values
    JOIN reports ON reports.report_id = cell_values.report_id AND reports.is_current
    JOIN agencies ON agencies.agency_id = reports.agency_id
    WHERE value >= 0 AND (
        table_code = '3' AND row_code = 'new_requests' AND column_code = 'total'
        OR table_code = '2' AND reports.form = '2021' AND (column_code = 'decisions'
            OR row_code = 'normative_documents' AND column_code = 'issued')
    )
), usual AS (
    SELECT
        *,
        median(size) OVER other_years AS usual_size,
        mad(size) OVER other_years AS spread,
        min(size) OVER other_years AS smallest,
        max(size) OVER other_years AS greatest,
        count(*) OVER other_years AS years,
        size - usual_size AS step
    FROM amounts
    WINDOW other_years AS (
        PARTITION BY agency_id, table_code, row_code
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW
    )
), beside AS (
    SELECT
        *,
        median(step) OVER peers AS step_of_peers,
        count(step) OVER peers AS reports
    FROM usual
    WINDOW peers AS (PARTITION BY kind, sector, level, year, table_code, row_code)
)
SELECT
    report_id,
    table_code,
    row_code,
    column_code,
    value AS found,
    round(exp(usual_size) - 10) AS expected,
    CASE
        WHEN years < 3 THEN 'not-assessable'
        WHEN abs(step) > ln(10) AND abs(step) > 5 * spread
            AND size NOT BETWEEN smallest - ln(3) AND greatest + ln(3)
            AND (reports < 3 OR abs(step - step_of_peers) > ln(10)) THEN 'fail'
        ELSE 'pass'
    END AS state
FROM beside

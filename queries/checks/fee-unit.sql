-- id: fee-unit
-- severity: W
-- title_zh: 收费金额疑似将元填作万元
-- title_en: The fees may be in yuan instead of 10,000 yuan
-- message_zh: 收费金额填报 {found} 万元，相邻年度为 {expected} 万元
-- message_en: the fees say {found} (10,000 yuan), those of a neighbouring year {expected}
-- ask_zh: 请核实收费金额的单位
-- ask_en: In which unit is the amount?
-- checks_zh: 收费金额约为相邻年度的一万倍，多半是把元填入了以万元为单位的格。没有相邻年度的不判断。
-- checks_en: Fees some ten thousand times those of the year before or after are yuan in a cell for 10,000 yuan. Not judged without such a year.
-- unit: 10,000 yuan
-- grain: one row a current report of the form of 2021 with fees
-- params:
-- why: Fees that are some ten thousand times those of the year before or after are yuan in a cell for 万元. The report with the great amount is asked, whichever comes first.
WITH charged AS (
    SELECT
        reports.report_id,
        value,
        CASE WHEN lag(year) OVER own = year - 1 THEN lag(value) OVER own END AS before,
        CASE WHEN lead(year) OVER own = year + 1 THEN lead(value) OVER own END AS after
    FROM cell_values
    JOIN reports ON reports.report_id = cell_values.report_id AND reports.is_current
    WHERE reports.form = '2021' AND table_code = '2' AND row_code = 'fees' AND column_code = 'amount'
    WINDOW own AS (PARTITION BY reports.agency_id ORDER BY reports.year)
), doubted AS (
    SELECT
        *,
        CASE WHEN value BETWEEN 2000 * before AND 50000 * before AND before > 0 THEN before
            WHEN value BETWEEN 2000 * after AND 50000 * after AND after > 0 THEN after END AS expected
    FROM charged
)
SELECT
    report_id,
    '2' AS table_code,
    'fees' AS row_code,
    'amount' AS column_code,
    value AS found,
    expected,
    CASE
        WHEN expected IS NOT NULL THEN 'fail'
        WHEN value IS NULL OR coalesce(before, after) IS NULL THEN 'not-assessable'
        ELSE 'pass'
    END AS state
FROM doubted

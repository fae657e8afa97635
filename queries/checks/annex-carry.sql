-- id: annex-carry
-- severity: W
-- title_zh: 统计表历年累计与以往年报不衔接
-- title_en: Annex: the cumulative figure does not follow from an earlier report
-- message_zh: 历年累计填报 {found}，按以往统计表的累计加本年数至少应为 {expected}
-- message_en: the cumulative figure says {found}; that of the earlier annex and this year's make at least {expected}
-- ask_zh: 请核对历年累计数
-- ask_en: Please check the cumulative figure
-- checks_zh: 2019年以前统计表的历年累计，应等于上年累计加本年数；中间年度未收录的，不应小于此数。
-- checks_en: Annex before 2019: the cumulative figure is last year's plus this year's, and no less where a year between is not held.
-- unit: as the indicator
-- grain: one row an indicator of an annex, at its cumulative figure
-- params:
-- why: Cumulative figures grow by what each year adds: they equal those of the annex of the year before plus this year's, and are no less where a year between is not held.
WITH annex AS (
    SELECT
        reports.agency_id,
        reports.year,
        reports.report_id,
        row_code,
        max(value) FILTER (WHERE column_code = 'cumulative') AS cumulative,
        max(value) FILTER (WHERE column_code = 'year') AS added,
        any_value(unit) AS unit
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    WHERE table_code = 'annex' AND reports.is_current
    GROUP BY ALL
    HAVING count(DISTINCT unit) = 1
)
SELECT
    this.report_id,
    'annex' AS table_code,
    this.row_code,
    'cumulative' AS column_code,
    this.cumulative AS found,
    earlier.cumulative + this.added AS expected,
    CASE
        WHEN found IS NULL OR expected IS NULL THEN 'not-assessable'
        WHEN earlier.year = this.year - 1 AND found <> expected THEN 'fail'
        WHEN found < expected THEN 'fail'
        ELSE 'pass'
    END AS state
FROM annex AS this
ASOF JOIN (FROM annex WHERE cumulative IS NOT NULL) AS earlier
    ON earlier.agency_id = this.agency_id AND earlier.row_code = this.row_code
    AND earlier.unit = this.unit AND earlier.year < this.year

-- id: agency_ranking
-- title_zh: 机关排序
-- title_en: Agencies ranked
-- unit: as the measure; change as in derive/change_of.sql
-- grain: one row an agency with a report of that year
-- params: is_demo, region, kinds, agencies, metric_id, year
-- why: Who stands where and who moved. A consolidated report does not stand among the agencies it contains. Ranked among agencies of the same kind; a rate on fewer than 30 cases carries its interval and takes no rank.
WITH measured AS (
    FROM measured_reports($metric_id, $is_demo, $region, $kinds, $agencies, $year - 1, $year, 'members')
)
SELECT
    this.agency_id,
    this.report_id,
    this.kind,
    this.sector,
    this.is_consolidated,
    this.unit,
    this.numerator,
    this.denominator,
    this.value,
    this.low,
    this.high,
    this.is_small,
    CASE WHEN NOT this.is_small AND this.value IS NOT NULL THEN rank() OVER (
        PARTITION BY this.kind, this.is_small, this.value IS NULL ORDER BY this.value DESC
    ) END AS place,
    last.numerator AS last_numerator,
    last.denominator AS last_denominator,
    last.value AS last_value,
    CASE
        WHEN list_contains(this.break_years, $year) THEN NULL
        ELSE change_of(this.unit, this.value, last.value)
    END AS change,
    number_of($metric_id, $year, this.agency_id) AS number
FROM measured AS this
LEFT JOIN measured AS last ON last.agency_id = this.agency_id AND last.year = $year - 1
WHERE this.year = $year
ORDER BY this.value DESC NULLS LAST, this.agency_id

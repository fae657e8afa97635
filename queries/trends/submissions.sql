-- id: submissions
-- title_zh: 各机关年报公布情况
-- title_en: Publication of each report
-- unit: days after the deadline; negative is early
-- grain: one row an agency known and year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Who was late and what is missing. Art. 49: departments by 31 January, a government's consolidated report by 31 March.
WITH expected AS (
    SELECT *, unnest(range($year_from, $year_to + 1))::INTEGER AS year
    FROM known_agencies($is_demo, $region, $kinds, $agencies)
), due AS (
    SELECT
        *,
        CASE
            WHEN is_consolidated THEN make_date(year + 1, 3, 31)
            ELSE make_date(year + 1, 1, 31)
        END AS due_on
    FROM expected
    WHERE coalesce(active_from, year) <= year AND coalesce(active_until, year) >= year
)
SELECT
    due.agency_id,
    due.year,
    reports.report_id,
    reports.published_on,
    due.due_on,
    date_diff('day', due.due_on, reports.published_on) AS days_late,
    CASE
        WHEN reports.report_id IS NULL THEN 'missing'
        WHEN reports.published_on IS NULL THEN 'undated'
        WHEN reports.published_on > due.due_on THEN 'late'
        ELSE 'in_time'
    END AS state
FROM due
LEFT JOIN reports
    ON reports.agency_id = due.agency_id AND reports.year = due.year AND reports.is_current
ORDER BY due.year DESC, due.agency_id

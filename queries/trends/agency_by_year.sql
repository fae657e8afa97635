-- id: agency_by_year
-- title_zh: 单项指标：各机关逐年
-- title_en: One measure by agency and year
-- unit: as the measure
-- grain: one row an agency and year with a value
-- params: is_demo, region, kinds, agencies, year_from, year_to, metric_id, most
-- why: Each agency for itself, never summed: the sparklines and the matrix of agencies by years. A consolidated report does not stand among the agencies it contains. So many agencies as most says, NULL for all: place is by the last value, those on few cases after all others. In every row stand how many agencies have a value, and of the newest year the lowest and the highest value on enough cases and how many such there are (firm).
WITH measured AS (
    SELECT agency_id, year, report_id, unit, numerator, denominator, value, is_small
    FROM measured_reports($metric_id, $is_demo, $region, $kinds, $agencies, $year_from, $year_to, 'members')
), latest AS (
    SELECT agency_id, max(year) AS last_year, max_by(value, year) AS last_value, max_by(is_small, year) AS is_small
    FROM measured
    WHERE value IS NOT NULL
    GROUP BY agency_id
), placed AS (
    SELECT
        agency_id,
        row_number() OVER (ORDER BY is_small, last_year DESC, last_value DESC, agency_id) AS place,
        count(*) OVER () AS agencies,
        max(last_year) OVER () AS newest
    FROM latest
), ends AS (
    SELECT count(*) AS firm, min(value) AS lowest, max(value) AS highest
    FROM measured
    WHERE NOT is_small AND value IS NOT NULL AND year = (SELECT max(last_year) FROM latest)
)
SELECT
    measured.agency_id,
    measured.year,
    measured.report_id,
    measured.unit,
    measured.numerator,
    measured.denominator,
    measured.value,
    placed.place,
    placed.agencies,
    placed.newest,
    ends.firm,
    ends.lowest,
    ends.highest,
    number_of($metric_id, measured.year, measured.agency_id) AS number
FROM measured
LEFT JOIN placed ON placed.agency_id = measured.agency_id
CROSS JOIN ends
WHERE $most IS NULL OR placed.place <= $most
ORDER BY measured.agency_id, measured.year

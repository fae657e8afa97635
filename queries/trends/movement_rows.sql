-- id: movement_rows
-- title_zh: 变动归因：各行
-- title_en: What moved the total, by row of the form
-- unit: percentage points for rates; the measure's own unit for counts and amounts
-- grain: one row a row of table 3 or 4 whose sum is the measure's numerator
-- params: is_demo, region, kinds, agencies, basis, metric_id, base_year, year
-- why: Which reasons, outcomes or ways make up the change, of the agencies with both years: the row's part of the whole in the later year less that in the earlier. They add up to the change of these agencies together. Where a report has the one row other, the three of form 2021 are put into it. None for a measure of a single row.
WITH pairs AS (
    SELECT *
    FROM paired_values($is_demo, $region, $kinds, $agencies, $basis, $metric_id, $base_year, $year)
    WHERE part = 'both'
), whole AS (
    SELECT
        any_value(unit) AS unit,
        count(*) AS agencies,
        sum(denominator) AS denominator,
        sum(last_denominator) AS last_denominator
    FROM pairs
), told AS (
    SELECT report_no, TRUE AS is_later FROM pairs
    UNION ALL
    SELECT last_no, FALSE FROM pairs
), wanted AS (
    SELECT cell_codes.cell_no
    FROM cell_codes
    JOIN metric_cells
        ON metric_cells.table_code = cell_codes.table_code
        AND cell_codes.row_code GLOB metric_cells.row_pattern
        AND metric_cells.column_code = cell_codes.column_code
    WHERE metric_cells.metric_id = $metric_id AND side = 'above' AND cell_codes.table_code IN ('3', '4')
), found AS (
    SELECT cell_no, is_later, sum(value) AS value
    FROM values_by_cell
    JOIN told ON told.report_no = values_by_cell.report_no
    WHERE cell_no IN (SELECT cell_no FROM wanted) AND value IS NOT NULL
    GROUP BY cell_no, is_later
), merged AS (
    SELECT
        table_code,
        CASE
            WHEN starts_with(row_code, 'other_') AND bool_or(row_code = 'other') OVER () THEN 'other'
            ELSE row_code
        END AS row_code,
        is_later,
        value
    FROM found
    JOIN cell_codes ON cell_codes.cell_no = found.cell_no
), summed AS (
    SELECT
        table_code,
        row_code,
        coalesce(sum(value) FILTER (WHERE is_later), 0) AS numerator,
        coalesce(sum(value) FILTER (WHERE NOT is_later), 0) AS last_numerator,
        count(*) OVER () AS lines
    FROM merged
    GROUP BY table_code, row_code
)
SELECT
    table_code,
    row_code,
    unit,
    agencies,
    numerator,
    denominator,
    value_of(unit, numerator, denominator) AS value,
    last_numerator,
    last_denominator,
    value_of(unit, last_numerator, last_denominator) AS last_value,
    CASE
        WHEN unit = 'rate' THEN
            100 * (rate(numerator, denominator) - rate(last_numerator, last_denominator))
        ELSE (numerator - last_numerator)::DOUBLE
    END AS contribution,
    sum(contribution) OVER () AS change
FROM summed
CROSS JOIN whole
WHERE lines > 1 AND contribution IS NOT NULL
ORDER BY abs(contribution) DESC, table_code, row_code

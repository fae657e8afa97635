-- id: compare_cells
-- title_zh: 两份年报表格逐格比对
-- title_en: Two reports cell by cell
-- unit: as printed; column unit names it
-- grain: one row a cell of either form, in the official order
-- params: left_id, right_id
-- why: What the tables of two reports say otherwise. The status none is a cell that the form of that report does not have; absent one that the report leaves out. A difference is right minus left and only there where both are numbers in one unit.
WITH sides AS (
    SELECT
        reports.report_id = $left_id AS is_left,
        reports.report_id = $right_id AS is_right,
        number_of(
            concat_ws('/', form_cells.table_code, form_cells.row_code, form_cells.column_code),
            reports.year,
            'report:' || reports.report_id
        ) AS number,
        form_cells.*,
        cells.value,
        coalesce(cells.status, 'absent') AS status,
        coalesce(cells.raw, '') AS raw,
        coalesce(nullif(cells.unit, ''), form_cells.unit) AS printed_unit
    FROM reports
    JOIN form_cells ON form_cells.form = reports.form
    LEFT JOIN cells
        ON cells.report_id IN ($left_id, $right_id)
        AND cells.report_id = reports.report_id AND cells.table_code = form_cells.table_code
        AND cells.row_code = form_cells.row_code AND cells.column_code = form_cells.column_code
    WHERE reports.report_id IN ($left_id, $right_id)
        AND (form_cells.is_required OR cells.report_id IS NOT NULL)
), left_side AS (
    SELECT * FROM sides WHERE is_left
), right_side AS (
    SELECT * FROM sides WHERE is_right
)
SELECT
    coalesce(r.table_code, l.table_code) AS table_code,
    coalesce(r.row_code, l.row_code) AS row_code,
    coalesce(r.column_code, l.column_code) AS column_code,
    l.value AS left_value,
    r.value AS right_value,
    coalesce(l.status, 'none') AS left_status,
    coalesce(r.status, 'none') AS right_status,
    coalesce(l.raw, '') AS left_raw,
    coalesce(r.raw, '') AS right_raw,
    coalesce(l.printed_unit, '') AS left_unit,
    coalesce(r.printed_unit, '') AS right_unit,
    CASE WHEN left_unit = right_unit THEN r.value - l.value END AS difference,
    l.number AS number_left_printed,
    r.number AS number_right_printed,
    left_status <> right_status
        OR l.value IS DISTINCT FROM r.value
        OR (l.value IS NOT NULL AND left_unit <> right_unit)
        OR (l.value IS NULL AND r.value IS NULL AND left_status = 'unreadable' AND left_raw <> right_raw) AS is_different
FROM left_side AS l
FULL JOIN right_side AS r
    ON r.table_code = l.table_code AND r.row_code = l.row_code AND r.column_code = l.column_code
ORDER BY r.position IS NULL, r.position, l.position

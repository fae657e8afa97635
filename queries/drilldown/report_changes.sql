-- id: report_changes
-- title_zh: 与上一版的差异
-- title_en: What changed since the last revision
-- why: Cell by cell what a revision of a report says otherwise than the revision before it. Cells that are not there print nothing and have the status absent.
-- unit: value
-- grain: cell
-- params: report_id
WITH this AS (
    SELECT * FROM reports WHERE report_id = $report_id
), last AS (
    SELECT reports.report_id
    FROM reports
    JOIN this
        ON this.agency_id = reports.agency_id AND this.year = reports.year
        AND this.revision = reports.revision + 1
), old_cells AS (
    SELECT cells.* FROM cells JOIN last ON last.report_id = cells.report_id
), new_cells AS (
    SELECT cells.* FROM cells JOIN this ON this.report_id = cells.report_id
)
SELECT
    coalesce(new_cells.table_code, old_cells.table_code) AS table_code,
    coalesce(new_cells.row_code, old_cells.row_code) AS row_code,
    coalesce(new_cells.column_code, old_cells.column_code) AS column_code,
    coalesce(old_cells.raw, '') AS old_raw,
    coalesce(new_cells.raw, '') AS new_raw,
    old_cells.value AS old_value,
    new_cells.value AS new_value,
    coalesce(old_cells.status, 'absent') AS old_status,
    coalesce(new_cells.status, 'absent') AS new_status
FROM old_cells
FULL JOIN new_cells
    ON new_cells.table_code = old_cells.table_code
    AND new_cells.row_code = old_cells.row_code
    AND new_cells.column_code = old_cells.column_code
WHERE EXISTS (FROM last)
    AND (
        coalesce(old_cells.status, 'absent') <> coalesce(new_cells.status, 'absent')
        OR old_cells.value IS DISTINCT FROM new_cells.value
        OR (new_cells.value IS NULL AND coalesce(old_cells.raw, '') <> coalesce(new_cells.raw, ''))
    )
ORDER BY table_code, row_code, column_code

-- id: changed_cells
-- step: 2
-- why: Cell by cell what a revision of a report says otherwise than the one before it. A cell that is not there prints nothing and has the status absent. What prints the same is no change, also where a correction makes it count with another value.
CREATE TABLE changed_cells AS
WITH old_cells AS (
    SELECT steps.report_id AS revised_id, cells.*
    FROM revision_steps AS steps
    JOIN cells ON cells.report_id = steps.last_id
), new_cells AS (
    SELECT steps.report_id AS revised_id, cells.*
    FROM revision_steps AS steps
    JOIN cells ON cells.report_id = steps.report_id
), pairs AS (
    SELECT
        coalesce(new_cells.revised_id, old_cells.revised_id) AS report_id,
        coalesce(new_cells.table_code, old_cells.table_code) AS table_code,
        coalesce(new_cells.row_code, old_cells.row_code) AS row_code,
        coalesce(new_cells.column_code, old_cells.column_code) AS column_code,
        coalesce(old_cells.raw, '') AS old_raw,
        coalesce(new_cells.raw, '') AS new_raw,
        old_cells.value AS old_value,
        new_cells.value AS new_value,
        coalesce(old_cells.unit, '') AS old_unit,
        coalesce(new_cells.unit, '') AS new_unit,
        coalesce(old_cells.status, 'absent') AS old_status,
        coalesce(new_cells.status, 'absent') AS new_status
    FROM old_cells
    FULL JOIN new_cells
        ON new_cells.revised_id = old_cells.revised_id
        AND new_cells.table_code = old_cells.table_code
        AND new_cells.row_code = old_cells.row_code
        AND new_cells.column_code = old_cells.column_code
)
SELECT *
FROM pairs
WHERE NOT (old_raw = new_raw AND old_unit = new_unit AND old_raw <> '')
    AND (
        old_status <> new_status
        OR old_value IS DISTINCT FROM new_value
        OR (new_value IS NOT NULL AND old_unit <> new_unit)
        OR (new_value IS NULL AND old_raw <> new_raw)
    )
ORDER BY report_id, table_code, row_code, column_code

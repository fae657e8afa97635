-- id: cells
-- params: agencies
-- why: Their cells, corrections in place.
SELECT
    cells.report_id AS key,
    row_number() OVER (PARTITION BY cells.report_id)::INTEGER AS position,
    cells.table_code,
    cells.row_code,
    cells.column_code,
    cells.value,
    cells.raw,
    cells.status,
    cells.unit,
    cells.locator
FROM cells
JOIN reports ON reports.report_id = cells.report_id
WHERE reports.is_current AND list_contains($agencies, reports.agency_id)

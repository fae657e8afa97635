-- id: cells_on_form
-- step: 1
-- why: The cells with what their form says of each: the kind of number, whether its row is required, what may stand for it, what it is part of and within. That the forms are the same is written so that nobody joins all reports with all cells of their forms first, as large a table as the cells, which would not fit into a build's memory.
CREATE VIEW cells_on_form AS
SELECT
    cells.*,
    reports.form,
    form_cells.kind,
    form_cells.is_required,
    form_cells.replaced_by,
    form_cells.part_of,
    form_cells.within
FROM cells
JOIN reports ON reports.report_id = cells.report_id
JOIN form_cells
    ON list_contains([form_cells.form], reports.form) AND form_cells.table_code = cells.table_code
    AND form_cells.row_code = cells.row_code AND form_cells.column_code = cells.column_code

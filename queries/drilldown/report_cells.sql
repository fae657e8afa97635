-- id: report_cells
-- title_zh: 年报表格逐格
-- title_en: The tables of one report
-- unit: as printed; column unit names it
-- grain: one row a cell of the form, in the official order
-- params: report_id
-- why: The report as it was filed, with last year's value beside each cell and the rules that object to it. A row that may stand for others is listed only where the report has it.
WITH report AS (
    SELECT * FROM reports WHERE report_id = $report_id
), last_report AS (
    SELECT last.report_id
    FROM reports AS last
    JOIN report ON last.agency_id = report.agency_id AND last.year = report.year - 1
    WHERE last.is_current
), told AS (
    SELECT * FROM cells WHERE report_id = $report_id
), last_told AS (
    SELECT cells.* FROM cells JOIN last_report ON last_report.report_id = cells.report_id
), objections AS (
    SELECT table_code, row_code, column_code, list(rule ORDER BY rule) AS rules
    FROM settled_findings
    WHERE report_id = $report_id AND is_standing
    GROUP BY table_code, row_code, column_code
)
SELECT
    form_cells.*,
    cells.value,
    coalesce(cells.status, 'absent') AS status,
    coalesce(cells.raw, '') AS raw,
    coalesce(nullif(cells.unit, ''), form_cells.unit) AS printed_unit,
    coalesce(cells.locator, '') AS locator,
    last_cells.value AS last_value,
    last_cells.status AS last_status,
    coalesce(objections.rules, []) AS rules,
    number_of(
        concat_ws('/', form_cells.table_code, form_cells.row_code, form_cells.column_code),
        report.year,
        'report:' || report.report_id
    ) AS number
FROM form_cells
JOIN report ON report.form = form_cells.form
LEFT JOIN told AS cells
    ON cells.table_code = form_cells.table_code
    AND cells.row_code = form_cells.row_code AND cells.column_code = form_cells.column_code
LEFT JOIN last_told AS last_cells
    ON last_cells.table_code = form_cells.table_code
    AND last_cells.row_code = form_cells.row_code
    AND last_cells.column_code = form_cells.column_code
LEFT JOIN objections
    ON objections.table_code = form_cells.table_code AND objections.row_code = form_cells.row_code
    AND objections.column_code = form_cells.column_code
WHERE form_cells.is_required OR cells.report_id IS NOT NULL
ORDER BY form_cells.position

-- id: dataset_cells
-- title_zh: 单元格
-- title_en: Cells
-- unit: as the cell
-- grain: one row a cell of a report's tables
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Every figure as printed, with its place in the source. No value is never zero: status says why there is none.
SELECT cells.*
FROM cells
SEMI JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = cells.report_id

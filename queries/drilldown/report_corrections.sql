-- id: report_corrections
-- title_zh: 更正的单元格
-- title_en: Corrected cells
-- unit: as the cell
-- grain: one row a corrected cell
-- params: report_id
-- why: Values of a source that were put right by hand: what is printed, what counts instead, why, by whom and when.
SELECT table_code, row_code, column_code, old, new, reason, who, settled_on
FROM corrections
WHERE report_id = $report_id
ORDER BY table_code, row_code, column_code

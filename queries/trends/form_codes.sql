-- id: form_codes
-- title_zh: 表格单元格代码
-- title_en: The codes of the cells
-- unit: none
-- grain: one row a cell of a form, in the official order
-- params:
-- why: Under which code each cell of each form stands in the warehouse, in SQL and in what is saved.
SELECT
    form,
    table_code || '/' || row_code || '/' || column_code AS cell,
    table_code,
    row_code,
    column_code,
    table_label_zh,
    table_label_en,
    group_label_zh,
    group_label_en,
    row_label_zh,
    row_label_en,
    column_label_zh,
    column_label_en,
    kind AS cell_kind,
    unit AS printed_unit
FROM form_cells
ORDER BY form = 'legacy', form DESC, position

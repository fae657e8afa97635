-- id: dataset_form_cells
-- title_zh: 官方格式
-- title_en: Official forms
-- unit: none
-- grain: one row a cell of a form
-- params:
-- why: What the codes of the cells stand for, in the words of the official forms.
SELECT
    form, position, table_code, row_code, column_code, table_label_zh, table_label_en,
    group_label_zh, group_label_en, row_label_zh, row_label_en, column_label_zh, column_label_en, unit
FROM form_cells
ORDER BY form, position

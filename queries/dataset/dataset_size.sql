-- id: dataset_size
-- title_zh: 数据集大小
-- title_en: Size of the data set
-- unit: count; megabytes
-- grain: one row a table
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What is about to be written: rows of each table, and about how large that is at the bytes a row takes in Parquet.
WITH chosen AS (
    SELECT report_id
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), counted AS (
    SELECT 'dataset_agencies' AS query_id, count(*) AS rows, 60 AS bytes
    FROM known_agencies($is_demo, $region, $kinds, $agencies)
    UNION ALL SELECT 'dataset_reports', count(*), 130 FROM chosen
    UNION ALL SELECT 'dataset_cells', count(*), 4 FROM cells SEMI JOIN chosen USING (report_id)
    UNION ALL SELECT 'dataset_measures', count(*), 10 FROM metric_values SEMI JOIN chosen USING (report_id)
    UNION ALL SELECT 'dataset_findings', count(*), 60 FROM findings SEMI JOIN chosen USING (report_id)
    UNION ALL SELECT 'dataset_stated_figures', count(*), 60 FROM stated_figures SEMI JOIN chosen USING (report_id)
    UNION ALL SELECT 'dataset_form_cells', count(*), 20 FROM form_cells
)
SELECT query_id, rows, rows * bytes / 1000000 AS megabytes
FROM counted

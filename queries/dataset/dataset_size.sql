-- id: dataset_size
-- title_zh: 数据集大小
-- title_en: Size of the data set
-- unit: count; megabytes
-- grain: one row a table
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: What is about to be written: rows of each table, and about how large that is at the bytes a row takes in Parquet.
WITH sizes AS (
    SELECT
        count(*) AS reports,
        coalesce(sum(cells), 0)::BIGINT AS cells,
        coalesce(sum(measures), 0)::BIGINT AS measures,
        coalesce(sum(findings), 0)::BIGINT AS findings,
        coalesce(sum(stated_figures), 0)::BIGINT AS stated_figures
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    JOIN report_sizes ON report_sizes.report_no = chosen.report_no
), counted AS (
    SELECT 'dataset_agencies' AS query_id, count(*) AS rows, 60 AS bytes
    FROM known_agencies($is_demo, $region, $kinds, $agencies)
    UNION ALL SELECT 'dataset_reports', reports, 130 FROM sizes
    UNION ALL SELECT 'dataset_cells', cells, 4 FROM sizes
    UNION ALL SELECT 'dataset_measures', measures, 10 FROM sizes
    UNION ALL SELECT 'dataset_findings', findings, 60 FROM sizes
    UNION ALL SELECT 'dataset_stated_figures', stated_figures, 60 FROM sizes
    UNION ALL SELECT 'dataset_form_cells', count(*), 20 FROM form_cells
)
SELECT query_id, rows, rows * bytes / 1000000 AS megabytes
FROM counted

-- id: table2_by_year
-- title_zh: 主动公开各项数量逐年
-- title_en: Proactive disclosure by year
-- unit: count; 万元 for column amount
-- grain: one row a year, form, row and column of table 2
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: All of table 2 on both forms. is_first_of_form marks where the selection passes from one form to the next and a chart must break.
WITH summed AS (
    SELECT chosen.year, chosen.form, cell_no, sum(value) AS quantity, count(value) AS reports
    FROM values_by_cell
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = values_by_cell.report_no
    WHERE chosen.form <> 'legacy' AND cell_no IN (SELECT cell_no FROM cell_codes WHERE table_code = '2')
    GROUP BY chosen.year, chosen.form, cell_no
), yearly AS (
    SELECT year, form, row_code, column_code, quantity, reports
    FROM summed
    JOIN cell_codes ON cell_codes.cell_no = summed.cell_no
    WHERE reports > 0
)
SELECT
    yearly.*,
    form > min(form) OVER () AND year = min(year) OVER (PARTITION BY form) AS is_first_of_form,
    number_of(concat_ws('/', '2', row_code, column_code), year, 'form:' || form) AS number
FROM yearly
ORDER BY row_code, column_code, year

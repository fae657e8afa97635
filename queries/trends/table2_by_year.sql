-- id: table2_by_year
-- title_zh: 主动公开各项数量逐年
-- title_en: Proactive disclosure by year
-- unit: count; 万元 for column amount
-- grain: one row a year, form, row and column of table 2
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: All of table 2 on both forms. is_first_of_form marks where the selection passes from one form to the next and a chart must break.
WITH yearly AS (
    SELECT
        chosen.year,
        chosen.form,
        row_code,
        column_code,
        sum(value) AS quantity,
        count(value) AS reports
    FROM values_by_cell
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_id = values_by_cell.report_id
    WHERE NOT is_of_annex AND table_code = '2'
    GROUP BY chosen.year, chosen.form, row_code, column_code
    HAVING count(value) > 0
)
SELECT
    yearly.*,
    form > min(form) OVER () AND year = min(year) OVER (PARTITION BY form) AS is_first_of_form,
    number_of(concat_ws('/', '2', row_code, column_code), year, 'form:' || form) AS number
FROM yearly
ORDER BY row_code, column_code, year

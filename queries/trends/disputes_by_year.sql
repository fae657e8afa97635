-- id: disputes_by_year
-- title_zh: 行政复议、行政诉讼逐年
-- title_en: Reviews and lawsuits by year
-- unit: count
-- grain: one row a year, path (row_code) and result (column_code)
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: Table 4 by year, the printed totals kept apart as result total; results is what the four results of the path add up to.
WITH summed AS (
    SELECT chosen.year, cell_no, sum(value) AS cases, count(value) AS reports
    FROM values_by_cell
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = values_by_cell.report_no
    WHERE chosen.form <> 'legacy' AND cell_no IN (SELECT cell_no FROM cell_codes WHERE table_code = '4')
    GROUP BY chosen.year, cell_no
)
SELECT
    year,
    row_code,
    column_code,
    cases,
    reports,
    number_of(concat_ws('/', '4', row_code, column_code), year, '') AS number,
    coalesce(
        sum(cases) FILTER (column_code <> 'total') OVER (PARTITION BY year, row_code), 0
    ) AS results
FROM summed
JOIN cell_codes ON cell_codes.cell_no = summed.cell_no
WHERE reports > 0
ORDER BY
    year,
    list_position(['review', 'litigation_direct', 'litigation_after_review'], row_code),
    list_position(['upheld', 'corrected', 'other', 'pending', 'total'], column_code)

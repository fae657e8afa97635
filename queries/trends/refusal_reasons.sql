-- id: refusal_reasons
-- title_zh: 未予公开的各项理由
-- title_en: Reasons for not disclosing
-- unit: count; share of closed requests
-- grain: one row a year and reason
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: The nineteen reasons under withheld, unavailable, declined and other handling. On form 2019 the last is one row, other.
WITH chosen AS (
    SELECT *
    FROM summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
), closed_by_year AS (
    SELECT chosen.year, sum(closed) AS closed
    FROM current_metrics
    JOIN chosen ON chosen.report_id = current_metrics.report_id
    GROUP BY chosen.year
)
SELECT
    chosen.year,
    split_part(row_code, '_', 1) AS reason_group,
    row_code,
    sum(value) AS requests,
    count(value) AS reports,
    any_value(closed_by_year.closed) AS closed,
    rate(sum(value), any_value(closed_by_year.closed)) AS share,
    number_of('3/' || row_code || '/total:3/closed_total/total', chosen.year, '') AS number
FROM cell_values
JOIN chosen ON chosen.report_id = cell_values.report_id
JOIN closed_by_year ON closed_by_year.year = chosen.year
WHERE table_code = '3' AND column_code = 'total'
    AND split_part(row_code, '_', 1) IN ('withheld', 'unavailable', 'declined', 'other')
GROUP BY chosen.year, row_code
HAVING count(value) > 0
ORDER BY chosen.year, row_code

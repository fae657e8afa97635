-- id: number_parts
-- title_zh: 一个数字由哪些年报得出
-- title_en: The reports behind a number
-- unit: as the number
-- grain: one row a report that may enter the number, the largest part first
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis, form, grouping, group_code, number
-- why: Numerator and denominator of a number are sums over reports; these are the parts. The number is a measure or cells (derive/number_cells.sql); its cells are added up as far as they are known. Reports that say nothing of it stand last and are no part.
WITH chosen AS (
    SELECT *
    FROM summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
    WHERE form = coalesce($form, form)
        AND list_contains(group_codes($grouping, kind, sector, region_path), $group_code)
), units AS (
    SELECT coalesce(
        (SELECT unit FROM metrics WHERE metric_id = $number),
        CASE WHEN contains($number, ':') THEN 'rate' END,
        (
            SELECT 'amount_wan' FROM form_cells
            WHERE kind = 'amount' AND concat_ws('/', table_code, row_code, column_code) = $number
            LIMIT 1
        ),
        'count'
    ) AS unit
), added AS (
    SELECT chosen.report_no, terms.side, sum(terms.sign * values_by_cell.value) AS amount
    FROM chosen
    JOIN values_by_cell ON values_by_cell.report_no = chosen.report_no
    JOIN cell_codes ON cell_codes.cell_no = values_by_cell.cell_no
    JOIN number_cells($number) AS terms
        ON terms.table_code = cell_codes.table_code
        AND cell_codes.row_code GLOB terms.row_pattern
        AND terms.column_code = cell_codes.column_code
    WHERE contains($number, '/')
    GROUP BY chosen.report_no, terms.side
), measured AS (
    SELECT report_no, numerator, denominator
    FROM metric_values
    WHERE metric_id = $number
    UNION ALL
    SELECT
        report_no,
        max(amount) FILTER (WHERE side = 'above') AS numerator,
        max(amount) FILTER (WHERE side = 'below') AS denominator
    FROM added
    GROUP BY report_no
)
SELECT
    chosen.agency_id,
    chosen.year,
    chosen.report_id,
    chosen.form,
    units.unit,
    measured.numerator,
    measured.denominator,
    coalesce(measured.numerator, measured.denominator) IS NOT NULL AS is_part,
    value_of(unit, measured.numerator, measured.denominator) AS value,
    rate(measured.numerator, sum(measured.numerator) OVER ()) AS share,
    sum(measured.numerator) OVER () AS whole_numerator,
    sum(measured.denominator) OVER () AS whole_denominator,
    value_of(unit, whole_numerator, whole_denominator) AS whole,
    count(CASE WHEN is_part THEN 1 END) OVER () AS parts
FROM chosen
CROSS JOIN units
LEFT JOIN measured ON measured.report_no = chosen.report_no
ORDER BY is_part DESC, measured.numerator DESC NULLS LAST, measured.denominator DESC NULLS LAST, chosen.agency_id, chosen.year

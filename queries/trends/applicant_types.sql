-- id: applicant_types
-- title_zh: 申请人构成
-- title_en: Who asks
-- unit: count; share of new requests
-- grain: one row a year and kind of applicant
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: New requests by the six kinds of applicant; the share is of their own sum, so that a wrong printed total does not bend it.
SELECT
    chosen.year,
    column_code AS applicant,
    sum(value) AS requests,
    count(value) AS reports,
    sum(sum(value)) OVER (PARTITION BY chosen.year) AS all_requests,
    rate(sum(value), sum(sum(value)) OVER (PARTITION BY chosen.year)) AS share,
    number_of(
        concat(
            '3/new_requests/', column_code, ':3/new_requests/natural_person+3/new_requests/business',
            '+3/new_requests/research+3/new_requests/public_interest+3/new_requests/legal_service',
            '+3/new_requests/other_org'
        ),
        chosen.year,
        ''
    ) AS number
FROM values_by_cell
JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
    ON chosen.report_id = values_by_cell.report_id
WHERE NOT is_of_annex AND table_code = '3' AND row_code = 'new_requests' AND column_code <> 'total'
GROUP BY chosen.year, column_code
ORDER BY chosen.year, list_position(
    ['natural_person', 'business', 'research', 'public_interest', 'legal_service', 'other_org'], column_code
)

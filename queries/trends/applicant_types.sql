-- id: applicant_types
-- title_zh: 申请人构成
-- title_en: Who asks
-- unit: count; share of new requests
-- grain: one row a year and kind of applicant
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: New requests by the six kinds of applicant; the share is of their own sum, so that a wrong printed total does not bend it.
WITH summed AS (
    SELECT chosen.year, cell_no, sum(value) AS requests, count(value) AS reports
    FROM values_by_cell
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = values_by_cell.report_no
    WHERE chosen.form <> 'legacy' AND cell_no IN (
        SELECT cell_no
        FROM cell_codes
        WHERE table_code = '3' AND row_code = 'new_requests' AND column_code <> 'total'
    )
    GROUP BY chosen.year, cell_no
)
SELECT
    year,
    column_code AS applicant,
    requests,
    reports,
    sum(requests) OVER (PARTITION BY year) AS all_requests,
    rate(requests, all_requests) AS share,
    number_of(
        concat(
            '3/new_requests/', column_code, ':3/new_requests/natural_person+3/new_requests/business',
            '+3/new_requests/research+3/new_requests/public_interest+3/new_requests/legal_service',
            '+3/new_requests/other_org'
        ),
        year,
        ''
    ) AS number
FROM summed
JOIN cell_codes ON cell_codes.cell_no = summed.cell_no
ORDER BY year, list_position(
    ['natural_person', 'business', 'research', 'public_interest', 'legal_service', 'other_org'], column_code
)

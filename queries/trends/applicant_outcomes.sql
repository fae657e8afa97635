-- id: applicant_outcomes
-- title_zh: 各类申请人的办理结果
-- title_en: Outcomes by kind of applicant
-- unit: count; share of the applicants' closed requests
-- grain: one row a kind of applicant and outcome, all chosen years together
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: Whether people and organisations fare differently; small groups carry their interval. open_share: disclosed in full or in part; all_closed: of all applicants together.
WITH summed_cells AS (
    SELECT cell_no, sum(value) AS requests
    FROM values_by_cell
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = values_by_cell.report_no
    WHERE chosen.form <> 'legacy' AND cell_no IN (
        SELECT cell_no FROM cell_codes WHERE table_code = '3' AND column_code <> 'total'
    )
    GROUP BY cell_no
), summed AS (
    SELECT
        column_code AS applicant,
        CASE
            WHEN row_code IN ('disclosed', 'partly_disclosed', 'closed_total') THEN row_code
            WHEN split_part(row_code, '_', 1) IN ('withheld', 'unavailable', 'declined')
                THEN split_part(row_code, '_', 1)
            WHEN split_part(row_code, '_', 1) = 'other' THEN 'other_handling'
        END AS outcome,
        sum(requests) AS requests
    FROM summed_cells
    JOIN cell_codes ON cell_codes.cell_no = summed_cells.cell_no
    GROUP BY applicant, outcome
    HAVING outcome IS NOT NULL
)
SELECT
    part.applicant,
    part.outcome,
    part.requests,
    whole.requests AS closed,
    rate(part.requests, whole.requests) AS share,
    wilson_low(part.requests, whole.requests) AS low,
    wilson_high(part.requests, whole.requests) AS high,
    whole.requests < 30 AS is_small,
    number_of(
        outcome_share(part.outcome, part.applicant), concat_ws('-', $year_from, $year_to), ''
    ) AS number,
    rate(
        sum(part.requests) FILTER (part.outcome IN ('disclosed', 'partly_disclosed'))
            OVER (PARTITION BY part.applicant),
        whole.requests
    ) AS open_share,
    (SELECT sum(requests) FROM summed WHERE outcome = 'closed_total') AS all_closed
FROM summed AS part
JOIN summed AS whole ON whole.applicant = part.applicant AND whole.outcome = 'closed_total'
WHERE part.outcome <> 'closed_total'
ORDER BY
    list_position(
        ['natural_person', 'business', 'research', 'public_interest', 'legal_service', 'other_org'],
        part.applicant
    ),
    list_position(
        ['disclosed', 'partly_disclosed', 'withheld', 'unavailable', 'declined', 'other_handling'],
        part.outcome
    )

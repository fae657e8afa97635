-- id: refusal_reasons
-- title_zh: 未予公开的各项理由
-- title_en: Reasons for not disclosing
-- unit: count; share of closed requests; gap in percentage points
-- grain: one row a year and reason
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: The nineteen reasons under withheld, unavailable, declined and other handling, and group_* their sum. On form 2019 the last is one row, other. beside_* are those of the agencies that the selection is set beside (derive/agencies_beside.sql), added up the same way; beside says which they are, gap how far apart the shares are. They may be nearly all there are: so they are joined, not listed.
WITH others AS MATERIALIZED (
    SELECT agency_id, beside
    FROM agencies_beside($is_demo, $region, $kinds, $agencies)
), chosen_beside AS MATERIALIZED (
    SELECT *
    FROM chosen_reports($is_demo, NULL, NULL, NULL, $year_from, $year_to)
    WHERE agency_id IN (SELECT agency_id FROM others)
), sides AS MATERIALIZED (
    SELECT report_no, year, form, 'own' AS side
    FROM summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
    UNION ALL
    SELECT report_no, year, form, 'beside' AS side
    FROM chosen_beside
    ANTI JOIN (
        SELECT keeps_out($basis, report_no, whole_no, is_whole) AS report_no
        FROM chosen_beside
    ) AS preferred
        ON preferred.report_no = kept_out_by($basis, chosen_beside.report_no, chosen_beside.whole_no)
), closed_by_year AS (
    SELECT side, sides.year, sum(closed) AS closed
    FROM current_metrics
    JOIN sides ON sides.report_no = current_metrics.report_no
    GROUP BY side, sides.year
), summed_cells AS (
    SELECT side, sides.year, cell_no, sum(value) AS requests, count(value) AS reports
    FROM values_by_cell
    JOIN sides ON sides.report_no = values_by_cell.report_no
    WHERE sides.form <> 'legacy' AND cell_no IN (
        SELECT cell_no
        FROM cell_codes
        WHERE table_code = '3' AND column_code = 'total'
            AND split_part(row_code, '_', 1) IN ('withheld', 'unavailable', 'declined', 'other')
    )
    GROUP BY side, sides.year, cell_no
), summed AS (
    SELECT side, year, row_code, requests, reports
    FROM summed_cells
    JOIN cell_codes ON cell_codes.cell_no = summed_cells.cell_no
    WHERE reports > 0
), shares AS (
    SELECT summed.*, closed, rate(requests, closed) AS share
    FROM summed
    JOIN closed_by_year ON closed_by_year.side = summed.side AND closed_by_year.year = summed.year
)
SELECT
    own.year,
    split_part(own.row_code, '_', 1) AS reason_group,
    own.row_code,
    own.requests,
    own.reports,
    own.closed,
    own.share,
    wilson_low(own.requests, own.closed) AS low,
    wilson_high(own.requests, own.closed) AS high,
    coalesce(own.closed < 30, FALSE) AS is_small,
    sum(own.requests) OVER (PARTITION BY own.year, reason_group) AS group_requests,
    rate(group_requests, own.closed) AS group_share,
    beside.requests AS beside_requests,
    beside.reports AS beside_reports,
    beside.closed AS beside_closed,
    beside.share AS beside_share,
    100 * (own.share - beside.share) AS gap,
    CASE WHEN beside.year IS NOT NULL THEN (SELECT any_value(others.beside) FROM others) END AS beside,
    number_of('3/' || own.row_code || '/total:3/closed_total/total', own.year, '') AS number
FROM shares AS own
LEFT JOIN shares AS beside
    ON beside.side = 'beside' AND beside.year = own.year AND beside.row_code = own.row_code
WHERE own.side = 'own'
ORDER BY own.year, own.row_code

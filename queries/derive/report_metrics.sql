-- id: report_metrics
-- step: 3
-- params: first, last
-- why: One row a report: the quantities that measures are made of, computed from its cells. Those of an annex are told in comparable_values.sql. Table 2 quantities of form 2019 stand beside those of 2021 although they are only roughly the same notion. Some reports at a time, those whose ids lie between the parameters.
INSERT INTO report_metrics
WITH keyed AS (
    SELECT
        comparable_values.*,
        table_code || '/' || row_code || '/' || column_code AS cell_key,
        CASE
            WHEN table_code = '3' AND column_code = 'total' THEN split_part(row_code, '_', 1)
        END AS outcome,
        table_code = '3' AND column_code NOT IN ('natural_person', 'total') AS is_of_organisation
    FROM comparable_values
)
SELECT
    reports.report_id,
    reports.agency_id,
    reports.year,
    reports.form,
    max(value) FILTER (WHERE cell_key = '3/new_requests/total') AS new_requests,
    max(value) FILTER (WHERE cell_key = '3/new_requests/natural_person') AS new_by_natural_person,
    max(value) FILTER (WHERE cell_key = '3/carried_in/total') AS carried_in,
    max(value) FILTER (WHERE cell_key = '3/disclosed/total') AS disclosed,
    max(value) FILTER (WHERE cell_key = '3/partly_disclosed/total') AS partly_disclosed,
    readable_sum(value, status, outcome = 'withheld') AS withheld,
    CASE
        WHEN withheld IS NOT NULL THEN max(value) FILTER (WHERE outcome = 'withheld' AND row_code <> 'withheld')
    END AS withheld_for_main_reason,
    readable_sum(value, status, outcome = 'unavailable') AS unavailable,
    readable_sum(value, status, outcome = 'declined') AS declined,
    readable_sum(value, status, outcome = 'other') AS other_handling,
    max(value) FILTER (WHERE cell_key = '3/closed_total/total') AS closed,
    max(value) FILTER (WHERE cell_key = '3/disclosed/natural_person')
    + max(value) FILTER (WHERE cell_key = '3/partly_disclosed/natural_person') AS disclosed_to_people,
    max(value) FILTER (WHERE cell_key = '3/closed_total/natural_person') AS closed_for_people,
    readable_sum(value, status, is_of_organisation AND row_code IN ('disclosed', 'partly_disclosed'))
        AS disclosed_to_organisations,
    readable_sum(value, status, is_of_organisation AND row_code = 'closed_total') AS closed_for_organisations,
    max(value) FILTER (WHERE cell_key = '3/carried_out/total') AS carried_out,
    max(value) FILTER (WHERE cell_key = '4/review/corrected') AS review_corrected,
    max(value) FILTER (WHERE cell_key = '4/review/pending') AS review_pending,
    max(value) FILTER (WHERE cell_key = '4/review/total') AS reviews,
    max(value) FILTER (WHERE cell_key = '4/litigation_direct/corrected') AS direct_corrected,
    max(value) FILTER (WHERE cell_key = '4/litigation_direct/pending') AS direct_pending,
    max(value) FILTER (WHERE cell_key = '4/litigation_direct/total') AS direct_lawsuits,
    max(value) FILTER (WHERE cell_key = '4/litigation_after_review/corrected') AS after_review_corrected,
    max(value) FILTER (WHERE cell_key = '4/litigation_after_review/pending') AS after_review_pending,
    max(value) FILTER (WHERE cell_key = '4/litigation_after_review/total') AS after_review_lawsuits,
    coalesce(
        max(value) FILTER (WHERE cell_key = '4/litigation/total'), direct_lawsuits + after_review_lawsuits
    ) AS lawsuits,
    max(value) FILTER (WHERE
        cell_key IN ('2/normative_documents/made', '2/normative_documents/issued')
    ) AS normative_issued,
    max(value) FILTER (WHERE cell_key = '2/normative_documents/repealed') AS normative_repealed,
    max(value) FILTER (WHERE
        cell_key IN ('2/normative_documents/disclosed_total', '2/normative_documents/in_force')
    ) AS normative_in_force,
    max(value) FILTER (WHERE cell_key = '2/licensing/decisions') AS licensing_decisions,
    max(value) FILTER (WHERE cell_key = '2/penalties/decisions') AS penalty_decisions,
    max(value) FILTER (WHERE cell_key = '2/coercion/decisions') AS coercion_decisions,
    max(value) FILTER (WHERE cell_key = '2/fees/amount') AS fee_amount,
    count(*) FILTER (WHERE status IN ('blank', 'dash', 'words')) AS blank_cells,
    count(*) FILTER (WHERE status = 'unreadable') AS unreadable_cells,
    count(*) FILTER (WHERE is_derived) AS derived_totals
FROM reports
JOIN keyed ON keyed.report_id = reports.report_id
WHERE reports.report_id BETWEEN $first AND $last
GROUP BY reports.report_id, reports.agency_id, reports.year, reports.form
ORDER BY reports.agency_id, reports.year

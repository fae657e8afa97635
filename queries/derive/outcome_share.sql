-- id: outcome_share
-- step: 1
-- why: The cells behind the share of an outcome in an applicant's closed requests, as number_cells reads them; the outcomes are those of report_metrics, the applicant total is all of them.
CREATE MACRO outcome_share(outcome, applicant) AS concat(
    '3/',
    CASE
        WHEN outcome IN ('withheld', 'unavailable', 'declined') THEN outcome || '*'
        WHEN outcome = 'other_handling' THEN 'other*'
        ELSE outcome
    END,
    '/', applicant, ':3/closed_total/', applicant
)

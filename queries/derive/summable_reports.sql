-- id: summable_reports
-- step: 6
-- why: The chosen reports that may be added up. A consolidated report and the reports it consolidates never enter one sum: on_basis 'consolidated' prefers the former, 'members' the latter, year by year. Whichever is not preferred yields to the other where both are chosen.
CREATE MACRO summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
WITH chosen AS (
    SELECT *
    FROM chosen_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year)
)
SELECT *
FROM chosen
ANTI JOIN (
    SELECT CASE WHEN on_basis = 'members' THEN whole_no WHEN is_whole THEN report_no END AS report_no
    FROM chosen
) AS preferred ON preferred.report_no = CASE on_basis WHEN 'members' THEN chosen.report_no ELSE chosen.whole_no END

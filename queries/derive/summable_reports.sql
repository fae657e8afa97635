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
    SELECT keeps_out(on_basis, report_no, whole_no, is_whole) AS report_no
    FROM chosen
) AS preferred ON preferred.report_no = kept_out_by(on_basis, chosen.report_no, chosen.whole_no)

-- id: summable_reports
-- step: 6
-- why: The chosen reports that may be added up. A consolidated report and the reports it consolidates never enter one sum: on_basis 'consolidated' prefers the former, 'members' the latter, year by year.
CREATE MACRO summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
WITH chosen AS (
    SELECT *
    FROM chosen_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year)
)
SELECT *
FROM chosen
WHERE CASE on_basis
    WHEN 'members' THEN NOT EXISTS (
        SELECT 1 FROM chosen AS member
        WHERE member.consolidated_into = chosen.agency_id AND member.year = chosen.year
    )
    ELSE NOT EXISTS (
        SELECT 1 FROM chosen AS whole
        WHERE whole.agency_id = chosen.consolidated_into AND whole.year = chosen.year
    )
END

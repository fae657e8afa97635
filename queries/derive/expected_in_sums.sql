-- id: expected_in_sums
-- step: 6
-- why: Which reports a sum on that basis waits for, to tell a year that is still coming in: as summable_reports, a consolidated report and those it consolidates are never both waited for.
CREATE MACRO expected_in_sums(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
WITH due AS (
    SELECT *
    FROM expected_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year)
)
SELECT *
FROM due
WHERE CASE on_basis
    WHEN 'members' THEN NOT EXISTS (
        SELECT 1 FROM due AS member
        WHERE member.consolidated_into = due.agency_id AND member.year = due.year
    )
    ELSE NOT EXISTS (
        SELECT 1 FROM due AS whole
        WHERE whole.agency_id = due.consolidated_into AND whole.year = due.year
            AND whole.report_id IS NOT NULL
    ) AND (report_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM due AS member
        WHERE member.consolidated_into = due.agency_id AND member.year = due.year
    ))
END

-- id: expected_in_sums
-- step: 8
-- why: Which reports a sum on that basis waits for, to tell a year that is still coming in: as summable_reports, a consolidated report and those it consolidates are never both waited for.
CREATE MACRO expected_in_sums(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
WITH due AS (
    SELECT agency_id, year, report_id, region_path, kind, sector, consolidated_into
    FROM chosen_due_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year)
), wholes AS (
    SELECT agency_id, year, report_id IS NOT NULL AND on_basis <> 'members' AS is_preferred
    FROM due
    SEMI JOIN (SELECT DISTINCT consolidated_into AS agency_id, year FROM due) AS members
        USING (agency_id, year)
)
SELECT due.*
FROM due
ANTI JOIN (SELECT * FROM wholes WHERE NOT is_preferred) AS yielding
    ON yielding.agency_id = due.agency_id AND yielding.year = due.year
ANTI JOIN (SELECT * FROM wholes WHERE is_preferred) AS preferred
    ON preferred.agency_id = due.consolidated_into AND preferred.year = due.year

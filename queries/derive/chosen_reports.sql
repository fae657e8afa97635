-- id: chosen_reports
-- step: 5
-- why: The current reports of the filtered agencies and years, each for itself: for rankings and lists, not for sums.
CREATE MACRO chosen_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT
    reports.report_id,
    reports.year,
    reports.form,
    reports.published_on,
    chosen.*
FROM reports
JOIN known_agencies(of_demo, in_region, of_kinds, of_agencies) AS chosen
    ON chosen.agency_id = reports.agency_id
WHERE reports.is_current AND reports.year BETWEEN from_year AND to_year

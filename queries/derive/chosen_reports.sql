-- id: chosen_reports
-- step: 5
-- why: The current reports of the filtered agencies and years, each for itself: for rankings and lists, not for sums.
CREATE MACRO chosen_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT *
FROM counted_reports
WHERE year BETWEEN from_year AND to_year
    AND is_chosen(is_demo, region_path, kind, agency_id, of_demo, in_region, of_kinds, of_agencies)

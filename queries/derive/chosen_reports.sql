-- id: chosen_reports
-- step: 5
-- why: The current reports of the filtered agencies and years, each for itself: for rankings and lists, not for sums. The agencies are those of derive/known_agencies.sql.
CREATE MACRO chosen_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT *
FROM counted_reports
WHERE is_demo = of_demo AND year BETWEEN from_year AND to_year
    AND (in_region IS NULL OR starts_with(region_path || '/', in_region || '/'))
    AND (of_kinds IS NULL OR list_contains(of_kinds, kind))
    AND (of_agencies IS NULL OR list_contains(of_agencies, agency_id))

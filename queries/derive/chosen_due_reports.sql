-- id: chosen_due_reports
-- step: 7
-- why: Every report that is expected of the filtered agencies and years, with what became of it (derive/due_reports.sql).
CREATE MACRO chosen_due_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT *
FROM due_reports
WHERE year BETWEEN from_year AND to_year
    AND is_chosen(is_demo, region_path, kind, agency_id, of_demo, in_region, of_kinds, of_agencies)

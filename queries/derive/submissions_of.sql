-- id: submissions_of
-- step: 8
-- why: What became of every report that is expected of the filtered agencies (derive/due_reports.sql). Of what is not held and not due by the day of the build nothing is missing.
CREATE MACRO submissions_of(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT
    * EXCLUDE (is_demo, region_path, sector, consolidated_into)
    REPLACE (CASE WHEN state = 'missing' AND as_of() <= due_on THEN 'not_due' ELSE state END AS state)
FROM chosen_due_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year)

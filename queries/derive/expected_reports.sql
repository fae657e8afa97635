-- id: expected_reports
-- step: 5
-- why: Which report years of the filtered agencies are looked for: from 2019, the first with a form for all, those in which the agency exists; before it only those that are held, because which exist is not known. When they were due: derive/due_on.sql; when they were published: derive/first_publications.sql.
CREATE MACRO expected_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
WITH known AS (
    SELECT *, unnest(range(from_year, to_year + 1))::INTEGER AS year
    FROM known_agencies(of_demo, in_region, of_kinds, of_agencies)
)
SELECT
    known.*,
    held.report_id,
    held.first_published_on AS published_on,
    due_on(known.year, known.is_consolidated) AS due_on
FROM known
LEFT JOIN counted_reports AS held ON held.agency_id = known.agency_id AND held.year = known.year
WHERE CASE
    WHEN known.year < 2019 THEN held.report_id IS NOT NULL
    ELSE coalesce(active_from, known.year) <= known.year
        AND coalesce(active_until, known.year) >= known.year
END

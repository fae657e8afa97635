-- id: counts
-- why: How many reports and cells a build holds of some data, year or agency, imports left out: what data/expected.toml foretells. Every version of a report counts.
-- params: is_demo, agency_id, year, imports
SELECT
    count(*) AS reports,
    coalesce(sum((SELECT count(*) FROM cells WHERE cells.report_id = reports.report_id)), 0)::BIGINT AS cells
FROM reports
LEFT JOIN agencies USING (agency_id)
WHERE coalesce(agencies.is_demo, false) = $is_demo
    AND ($agency_id IS NULL OR agency_id = $agency_id)
    AND ($year IS NULL OR year = $year)
    AND NOT starts_with(path, $imports)

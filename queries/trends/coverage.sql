-- id: coverage
-- title_zh: 年报收录情况
-- title_en: Coverage
-- unit: count; share of agencies known
-- grain: one row a year
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: Reports held against agencies known to exist in that report year: how far the other figures can be trusted.
WITH expected AS (
    SELECT agency_id, unnest(range($year_from, $year_to + 1)) AS year, active_from, active_until
    FROM known_agencies($is_demo, $region, $kinds, $agencies)
), held AS (
    SELECT agency_id, year
    FROM reports
    WHERE is_current
)
SELECT
    expected.year::INTEGER AS year,
    count(held.agency_id) AS held,
    count(*) AS known,
    count(*) - count(held.agency_id) AS missing,
    rate(count(held.agency_id), count(*)) AS share
FROM expected
LEFT JOIN held ON held.agency_id = expected.agency_id AND held.year = expected.year
WHERE coalesce(active_from, expected.year) <= expected.year
    AND coalesce(active_until, expected.year) >= expected.year
GROUP BY expected.year
ORDER BY expected.year

-- id: submission_matrix
-- title_zh: 各机关逐年公布情况
-- title_en: Publication by agency and year
-- unit: days after the deadline; negative is early
-- grain: one row an agency shown and year
-- params: is_demo, region, kinds, agencies, year_from, year_to, most
-- why: Whose reports were late or are not there, year after year: of the agencies with the most reports late, undated or not held, so many as most says, NULL for all; the first is position 1, of equal ones the one whose newest report came out last. How many agencies there are, and the first and last year of all, stand in every row.
WITH known AS MATERIALIZED (
    SELECT *
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), ordered AS (
    SELECT
        agency_id,
        row_number() OVER (
            ORDER BY
                count(*) FILTER (state NOT IN ('in_time', 'not_due')) DESC,
                max(year) DESC,
                arg_max_null(published_on, year) DESC NULLS LAST,
                agency_id
        ) AS position,
        count(*) OVER () AS agencies,
        min(min(year)) OVER () AS first_year,
        max(max(year)) OVER () AS last_year
    FROM known
    GROUP BY agency_id
)
SELECT known.*, reports.source_url, ordered.* EXCLUDE (agency_id)
FROM known
JOIN ordered ON ordered.agency_id = known.agency_id
LEFT JOIN reports ON reports.report_id = known.report_id
WHERE $most IS NULL OR ordered.position <= $most
ORDER BY ordered.position, known.year

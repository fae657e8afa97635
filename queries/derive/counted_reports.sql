-- id: counted_reports
-- step: 2
-- why: The reports that count, with what a selection asks of their agencies, so that a question looks up nothing else. They are numbered by province, within it those first that no other report contains, as most sums are made of these, then by region, agency and year: tables in that order are read only where the selection lies. last_no is the report of the year before, whole_no that which holds the requests of this one too, is_whole says that this one holds those of others; first_published_on is the day of the first version.
CREATE TABLE counted_reports AS
WITH held AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        reports.year,
        reports.form,
        reports.published_on,
        agencies.region_path,
        agencies.level,
        agencies.kind,
        agencies.sector,
        agencies.is_consolidated,
        agencies.is_demo,
        agencies.consolidated_into
    FROM reports
    JOIN agencies ON agencies.agency_id = reports.agency_id
    WHERE reports.is_current
), counted AS (
    SELECT
        row_number() OVER (
            ORDER BY
                held.is_demo, split_part(held.region_path, '/', 1), whole.report_id IS NOT NULL,
                held.region_path, held.agency_id, held.year
        )::INTEGER AS report_no,
        held.*,
        whole.report_id AS whole_id
    FROM held
    LEFT JOIN held AS whole
        ON whole.agency_id = held.consolidated_into AND whole.year = held.year
        AND whole.is_demo = held.is_demo
), placed AS (
    SELECT
        counted.* EXCLUDE (consolidated_into, whole_id),
        first.published_on AS first_published_on,
        last.report_no AS last_no,
        whole.report_no AS whole_no
    FROM counted
    JOIN first_publications AS first
        ON first.agency_id = counted.agency_id AND first.year = counted.year
    LEFT JOIN counted AS last ON last.agency_id = counted.agency_id AND last.year = counted.year - 1
    LEFT JOIN counted AS whole ON whole.report_id = counted.whole_id
)
SELECT *, report_no IN (SELECT whole_no FROM placed WHERE whole_no IS NOT NULL) AS is_whole
FROM placed
ORDER BY report_no

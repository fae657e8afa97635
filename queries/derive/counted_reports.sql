-- id: counted_reports
-- step: 2
-- why: The reports that count, numbered by region, agency and year, with what a selection asks of their agencies, so that a question looks up nothing else. last_no is the report of the year before, whole_no that which holds the requests of this one too, is_whole says that this one holds those of others; first_published_on is the day of the first version.
CREATE TABLE counted_reports AS
WITH counted AS (
    SELECT
        row_number() OVER (
            ORDER BY agencies.is_demo, agencies.region_path, agencies.agency_id, reports.year
        )::INTEGER AS report_no,
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
), placed AS (
    SELECT
        counted.* EXCLUDE (consolidated_into),
        first.published_on AS first_published_on,
        last.report_no AS last_no,
        whole.report_no AS whole_no
    FROM counted
    JOIN first_publications AS first
        ON first.agency_id = counted.agency_id AND first.year = counted.year
    LEFT JOIN counted AS last ON last.agency_id = counted.agency_id AND last.year = counted.year - 1
    LEFT JOIN counted AS whole
        ON whole.agency_id = counted.consolidated_into AND whole.year = counted.year
        AND whole.is_demo = counted.is_demo
)
SELECT *, report_no IN (SELECT whole_no FROM placed WHERE whole_no IS NOT NULL) AS is_whole
FROM placed
ORDER BY report_no

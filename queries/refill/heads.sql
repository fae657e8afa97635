-- id: heads
-- params: agencies
-- why: The current reports of these agencies as they were read, so that a new report can be checked beside them without reading them again.
SELECT
    report_id AS key,
    1::INTEGER AS position,
    path,
    sha256,
    TIMESTAMP '1970-01-01' AS read_at,
    format,
    title,
    year,
    form,
    published_on,
    source_url,
    agency_id
FROM reports
WHERE is_current AND list_contains($agencies, agency_id)
ORDER BY report_id

-- id: own_findings
-- params:
-- why: The findings on their reports. Rules that set a report beside another one quote the other's title or file name: where that is no report of these agencies the quote is left out.
INSERT INTO findings BY NAME
SELECT * REPLACE (
    CASE
        WHEN rule NOT IN ('same-file', 'same-tables', 'text-reuse') THEN quote
        WHEN quote IN (SELECT title FROM reports) THEN quote
        WHEN quote IN (SELECT regexp_extract(path, '[^/\\]*$') FROM file_copies) THEN quote
        ELSE ''
    END AS quote
)
FROM held.findings
WHERE report_id IN (FROM own_reports)

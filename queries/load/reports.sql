-- id: reports
-- step: 3
-- why: The rows of reports.
INSERT INTO reports
SELECT report_id, owner, year, revision, is_current, form, title, published_on, source_url, path, format, sha256
FROM filed
ORDER BY report_id

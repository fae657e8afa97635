-- id: file_copies
-- why: Files whose bytes are those of a report, under another name: whose report and of which year that name or the manifest makes them. They are one report, so that nothing else is kept of them.
CREATE TABLE file_copies (
    report_id VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    agency_id VARCHAR,
    year INTEGER
)

-- id: reports
-- why: One row an agency-year-revision. Only the newest revision is_current; a report whose agency or year is unknown never is.
CREATE TABLE reports (
    report_id VARCHAR PRIMARY KEY,
    agency_id VARCHAR,
    year INTEGER,
    revision INTEGER NOT NULL,
    is_current BOOLEAN NOT NULL,
    form VARCHAR,
    title VARCHAR NOT NULL,
    published_on DATE,
    source_url VARCHAR,
    path VARCHAR NOT NULL,
    format VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL
)

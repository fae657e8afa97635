-- id: refusals
-- why: Files that were given to the build and could not be taken as a report; code names the text error.<code>. Whose and of which year is known only where the manifest says so.
CREATE TABLE refusals (
    path VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    expected VARCHAR NOT NULL,
    pictures INTEGER,
    agency_id VARCHAR,
    year INTEGER
)

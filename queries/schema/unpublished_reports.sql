-- id: unpublished_reports
-- why: Reports that somebody found not to be published: how that is known, who says so and on which day. From unpublished.csv; without a row a report that is not held may just not have been collected.
CREATE TABLE unpublished_reports (
    agency_id VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    stated_on DATE NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (agency_id, year)
)

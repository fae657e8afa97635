-- id: refusals
-- why: Files that were given to the build and could not be taken as a report; code names the text error.<code>.
CREATE TABLE refusals (
    path VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    expected VARCHAR NOT NULL
)

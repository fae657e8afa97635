-- id: agency_problems
-- why: What is doubtful in a reading's agency; only while a build is made.
CREATE TEMP TABLE agency_problems (
    key VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    expected VARCHAR NOT NULL,
    locator VARCHAR NOT NULL
)

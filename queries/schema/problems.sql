-- id: problems
-- why: What the extraction could not settle and says instead of guessing; code names the text problem.<code>.
CREATE TABLE problems (
    report_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    expected VARCHAR NOT NULL,
    locator VARCHAR NOT NULL
)

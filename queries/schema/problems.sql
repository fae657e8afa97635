-- id: problems
-- why: What the extraction could not settle and says instead of guessing; code names the text problem.<code>; suggestion holds values that would settle it, as table/row/column=value parted by semicolons, which nothing uses unless a person accepts them.
CREATE TABLE problems (
    report_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    found VARCHAR NOT NULL,
    expected VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    suggestion VARCHAR NOT NULL
)

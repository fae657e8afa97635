-- id: sections
-- why: The narrative sections of a report, those that were found.
CREATE TABLE sections (
    report_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    section_code VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    body VARCHAR NOT NULL
)

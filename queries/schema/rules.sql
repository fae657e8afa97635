-- id: rules
-- why: The consistency rules in force in this build, from the headers of queries/checks.
CREATE TABLE rules (
    rule VARCHAR PRIMARY KEY,
    severity VARCHAR NOT NULL,
    title_zh VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    message_zh VARCHAR NOT NULL,
    message_en VARCHAR NOT NULL,
    ask_zh VARCHAR NOT NULL,
    ask_en VARCHAR NOT NULL,
    checks_zh VARCHAR NOT NULL,
    checks_en VARCHAR NOT NULL
)

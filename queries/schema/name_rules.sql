-- id: name_rules
-- why: What an agency's name says of its kind, level and sector, from annual_reports/name_rules.toml: of a field the lowest position whose pattern occurs decides. noise are words that look like a place and are none.
CREATE TABLE name_rules (
    field VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    pattern VARCHAR NOT NULL,
    value VARCHAR NOT NULL
)

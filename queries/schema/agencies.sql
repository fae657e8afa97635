-- id: agencies
-- why: Who reports. One row an agency, whatever it has been called; years are report years, NULL without limit. guessed names what the registry leaves open and the name tells (load/guesses.sql).
CREATE TABLE agencies (
    agency_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    region_path VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    sector VARCHAR NOT NULL,
    is_consolidated BOOLEAN NOT NULL,
    consolidated_into VARCHAR,
    former_names VARCHAR[] NOT NULL,
    aliases VARCHAR[] NOT NULL,
    active_from INTEGER,
    active_until INTEGER,
    merged_into VARCHAR,
    is_registered BOOLEAN NOT NULL,
    is_demo BOOLEAN NOT NULL,
    guessed VARCHAR[] NOT NULL
)

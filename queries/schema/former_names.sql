-- id: former_names
-- why: What an agency was called before, and the last report year under that name where the registry has it.
CREATE TABLE former_names (
    agency_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    last_year INTEGER
)

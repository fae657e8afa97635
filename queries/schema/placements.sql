-- id: placements
-- why: Which readings this build holds, of which file, and whose report each is; only while a build is made.
CREATE TEMP TABLE placements (
    key VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    is_live BOOLEAN NOT NULL,
    owner VARCHAR,
    agency_name VARCHAR,
    precedence INTEGER NOT NULL
)

-- id: agency_evidence
-- why: What the manifest says of a reading's agency; only while a build is made.
CREATE TEMP TABLE agency_evidence (
    key VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    quote VARCHAR NOT NULL
)

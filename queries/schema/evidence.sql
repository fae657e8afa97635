-- id: evidence
-- why: Why a report's agency, year, form, date and address are believed: each claim with its source and the words quoted.
CREATE TABLE evidence (
    report_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    quote VARCHAR NOT NULL
)

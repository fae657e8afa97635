-- id: verdicts
-- why: What people decided about findings, the last verdict on each. Empty in a build: each question is given the log of verdicts (annual_reports/verdicts), which no rebuild touches.
CREATE TABLE verdicts (
    number BIGINT NOT NULL,
    finding_id VARCHAR NOT NULL,
    values_hash VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    comment VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    settled_at VARCHAR NOT NULL
)

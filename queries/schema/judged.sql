-- id: judged
-- why: What the check at work returned, while a build is made.
CREATE TEMP TABLE judged (
    report_id VARCHAR NOT NULL,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (
        state IN ('pass', 'pass-if-blank-is-zero', 'fail', 'uncertain', 'not-assessable')
    ),
    found DECIMAL(38, 15),
    expected DECIMAL(38, 15),
    quote VARCHAR
)

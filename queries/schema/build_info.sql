-- id: build_info
-- why: One row: which build this file is and when it was made.
CREATE TABLE build_info (
    build_id VARCHAR NOT NULL,
    built_at TIMESTAMP NOT NULL,
    files INTEGER NOT NULL
)

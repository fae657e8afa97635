-- id: build_info
-- why: One row: which build this file is, when it was made, and by which version of the statements that make a build.
CREATE TABLE build_info (
    build_id VARCHAR NOT NULL,
    built_at TIMESTAMP NOT NULL,
    files INTEGER NOT NULL,
    schema_version VARCHAR NOT NULL
)

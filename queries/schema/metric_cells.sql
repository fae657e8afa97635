-- id: metric_cells
-- why: Which cells make up each side of a measure, above or below the line, or, where it is no sum of them, decide on it (rests_on), from the headers of queries/metrics. row_pattern may end in * for any ending.
CREATE TABLE metric_cells (
    metric_id VARCHAR NOT NULL,
    side VARCHAR NOT NULL,
    sign INTEGER NOT NULL,
    table_code VARCHAR NOT NULL,
    row_pattern VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL
)

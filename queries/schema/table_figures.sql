-- id: table_figures
-- why: What the tables print for each figure that a narrative may state, filled by derive/table_figures.sql. NULL where that is not known.
CREATE TABLE table_figures (
    report_id VARCHAR NOT NULL,
    table_code VARCHAR NOT NULL,
    figure VARCHAR NOT NULL,
    row_code VARCHAR,
    value DECIMAL(38, 15),
    other_reading DECIMAL(38, 15)
)

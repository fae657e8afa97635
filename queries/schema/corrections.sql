-- id: corrections
-- why: Cells whose printed value was put right by hand: what is printed, what is taken instead, why, by whom and when. The cell itself keeps its printed text.
CREATE TABLE corrections (
    report_id VARCHAR NOT NULL,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    old VARCHAR NOT NULL,
    new DECIMAL(38, 15) NOT NULL,
    reason VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    settled_on VARCHAR NOT NULL
)

-- id: findings
-- why: One row an offending cell, row or table; an empty row or column code means the whole row or table, an empty table code the whole report or the section whose code is the row code. finding_id stands for agency, year, rule and place and is the same in every build; values_hash for what was found there, so that a verdict holds only as long as the values do. quote is the sentence of the narrative, where one is concerned; report_no as in derive/counted_reports.sql, NULL where the report does not count.
CREATE TABLE findings (
    finding_id VARCHAR NOT NULL,
    values_hash VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    report_no INTEGER,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    found DECIMAL(38, 15),
    expected DECIMAL(38, 15),
    quote VARCHAR NOT NULL
)

-- id: values_by_cell
-- why: A row a cell (derive/cell_codes.sql) of a report that counts (derive/counted_reports.sql), all reports of a cell together; an annex in the quantities of later tables too. By numbers, because whatever adds up cells of many reports would else spend its time on comparing texts.
CREATE TABLE values_by_cell (
    cell_no SMALLINT NOT NULL,
    report_no INTEGER NOT NULL,
    value DECIMAL(38, 15)
)

-- id: kept_out_by
-- step: 1
-- why: What a report is kept out by, in the numbers of derive/keeps_out.sql: on 'members' itself as a whole, else the whole it belongs to.
CREATE MACRO kept_out_by(on_basis, report_no, whole_no) AS CASE on_basis
    WHEN 'members' THEN report_no
    ELSE whole_no
END

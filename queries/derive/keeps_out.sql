-- id: keeps_out
-- step: 1
-- why: Which report a chosen one keeps out of a sum on that basis: on 'members' a member the whole that holds its requests too, else a whole the reports it holds; NULL where none. Compared with derive/kept_out_by.sql.
CREATE MACRO keeps_out(on_basis, report_no, whole_no, is_whole) AS CASE
    WHEN on_basis = 'members' THEN whole_no
    WHEN is_whole THEN report_no
END

-- id: due_on
-- step: 3
-- why: The last lawful day of a report: 31 March for a government's own and for all before 2019 (art. 31 of the regulations of 2008), since then 31 January for a department's (art. 49).
CREATE MACRO due_on(of_year, is_consolidated) AS
make_date(of_year + 1, CASE WHEN of_year < 2019 OR is_consolidated THEN 3 ELSE 1 END, 31)

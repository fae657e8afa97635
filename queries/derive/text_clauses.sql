-- id: text_clauses
-- step: 4
-- why: Every clause of the current reports by its key, while a build is made: what the comparison of all texts works on. Reports and agencies stand by number.
CREATE TEMP TABLE text_clauses AS
SELECT
    reports.rowid::INTEGER AS report_no,
    hash(clauses.agency_id)::UBIGINT AS agency_key,
    clauses.year::SMALLINT AS year,
    clauses.is_demo,
    clauses.section_code,
    clauses.letters::SMALLINT AS letters,
    clauses.clause_key,
    clauses.sort
FROM clauses
JOIN reports ON reports.report_id = clauses.report_id
WHERE clauses.letters > 0

-- id: text_hits
-- step: 7
-- why: While a build is made, what each section of a report has word for word in common with another report: with other agencies' of the same year, and with all others of its own agency. Because a clause of more than twenty agencies is common, no clause leads to more than some hundred pairs and the work grows with the number of reports.
CREATE TEMP TABLE text_hits AS
WITH own AS (
    SELECT report_no, agency_key, year, is_demo, clause_key
    FROM own_clauses
    GROUP BY ALL
), hits AS (
    SELECT this.report_no, other.report_no AS other_no, this.section_code, this.letters, this.clauses
    FROM own_clauses AS this
    JOIN own AS other
        ON other.clause_key = this.clause_key AND other.year = this.year
        AND other.is_demo = this.is_demo AND other.agency_key <> this.agency_key
    UNION ALL
    SELECT this.report_no, other.report_no AS other_no, this.section_code, this.letters, this.clauses
    FROM own_clauses AS this
    JOIN own AS other
        ON other.clause_key = this.clause_key AND other.agency_key = this.agency_key
        AND other.year <> this.year
)
SELECT report_no, other_no, section_code, sum(letters)::INTEGER AS letters, sum(clauses)::INTEGER AS clauses
FROM hits
GROUP BY report_no, other_no, section_code

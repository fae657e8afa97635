-- id: rule_results
-- why: What each rule says of each report it applies to, by the worst of the places it looked at: fail, uncertain, not-assessable (a cell is absent or unreadable, or last year's report is not held), pass-if-blank-is-zero, pass. A rule that does not apply to a report has no row. report_no as in derive/counted_reports.sql, NULL for a report that does not count.
CREATE TABLE rule_results (
    rule VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    report_no INTEGER,
    state VARCHAR NOT NULL,
    places INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    not_assessable INTEGER NOT NULL
)

-- id: current_metrics
-- step: 4
-- why: The quantities of the reports that count, numbered and in the order of derive/counted_reports.sql.
CREATE TABLE current_metrics AS
SELECT counted_reports.report_no, report_metrics.*
FROM report_metrics
JOIN counted_reports ON counted_reports.report_id = report_metrics.report_id
ORDER BY counted_reports.report_no

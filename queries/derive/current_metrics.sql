-- id: current_metrics
-- step: 4
-- why: The quantities of the reports that count: the newest revision of each agency and year.
CREATE VIEW current_metrics AS
SELECT report_metrics.*
FROM report_metrics
JOIN reports ON reports.report_id = report_metrics.report_id
WHERE reports.is_current

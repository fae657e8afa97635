-- id: report_sizes
-- step: 3
-- why: How many rows of what is long each report that counts has, so that nothing is counted anew for a page that says how large the data set would be.
CREATE TABLE report_sizes AS
WITH held AS (
    SELECT report_id, count(*) AS cells FROM cells GROUP BY report_id
), measured AS (
    SELECT report_no, count(*) AS measures FROM metric_values GROUP BY report_no
), found AS (
    SELECT report_id, count(*) AS findings FROM findings GROUP BY report_id
), stated AS (
    SELECT report_id, count(*) AS stated_figures FROM stated_figures GROUP BY report_id
)
SELECT
    counted_reports.report_no,
    coalesce(held.cells, 0)::INTEGER AS cells,
    coalesce(measured.measures, 0)::INTEGER AS measures,
    coalesce(found.findings, 0)::INTEGER AS findings,
    coalesce(stated.stated_figures, 0)::INTEGER AS stated_figures
FROM counted_reports
LEFT JOIN held ON held.report_id = counted_reports.report_id
LEFT JOIN measured ON measured.report_no = counted_reports.report_no
LEFT JOIN found ON found.report_id = counted_reports.report_id
LEFT JOIN stated ON stated.report_id = counted_reports.report_id
ORDER BY counted_reports.report_no

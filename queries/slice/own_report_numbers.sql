-- id: own_report_numbers
-- params:
-- why: The numbers of those of these reports that count.
CREATE TEMP TABLE own_report_numbers AS
SELECT report_no
FROM held.counted_reports
WHERE report_id IN (FROM own_reports)

-- id: own_reports
-- params:
-- why: The reports of these agencies, in all versions. A report of which nobody knows whose it is belongs to no region.
CREATE TEMP TABLE own_reports AS
SELECT report_id
FROM held.reports
WHERE agency_id IN (FROM own_agencies)

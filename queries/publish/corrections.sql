-- id: corrections
-- why: The values put right by hand in a build, to tell which of them are new.
-- params:
SELECT report_id, concat_ws('/', table_code, row_code, column_code) AS cell, old, new::VARCHAR AS new, reason, who, settled_on
FROM corrections
ORDER BY report_id, cell

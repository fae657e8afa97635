-- id: sections
-- step: 4
-- why: The rows of sections.
INSERT INTO sections BY NAME
SELECT report_id, position, section_code, heading, body
FROM read_sections
JOIN filed ON filed.key = read_sections.key
ORDER BY report_id, position

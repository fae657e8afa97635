-- id: stated_figures
-- step: 4
-- why: The rows of stated_figures.
INSERT INTO stated_figures BY NAME
SELECT report_id, position, figure, value, unit, exactness, section_code, sentence, mark_start, mark_end, raw
FROM read_stated_figures
JOIN filed ON filed.key = read_stated_figures.key
ORDER BY report_id, position

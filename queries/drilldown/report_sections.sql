-- id: report_sections
-- title_zh: 单份年报的正文
-- title_en: Narrative of one report
-- unit: none
-- grain: one row a section found
-- params: report_id
-- why: What the agency says in words.
SELECT * FROM sections WHERE report_id = $report_id ORDER BY position

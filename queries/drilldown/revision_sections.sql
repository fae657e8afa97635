-- id: revision_sections
-- title_zh: 修订前后的正文
-- title_en: The text before and after a revision
-- unit: none
-- grain: one row a section of either version, in the order of the newer
-- params: report_id
-- why: What a revision says in words otherwise than the one before it; a section that a version lacks has no text there.
SELECT
    changed.*,
    old.body AS old_body,
    new.body AS new_body
FROM changed_sections AS changed
JOIN revision_steps AS steps ON steps.report_id = changed.report_id
LEFT JOIN sections AS old
    ON old.report_id = steps.last_id AND old.section_code = changed.section_code
LEFT JOIN sections AS new
    ON new.report_id = steps.report_id AND new.section_code = changed.section_code
WHERE changed.report_id = $report_id
ORDER BY coalesce(changed.new_position, changed.old_position), changed.section_code

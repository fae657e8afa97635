-- id: changed_sections
-- step: 2
-- why: Every section of the text of a revision and of the one before it, and what became of it. Only words count, not how they are broken into lines. A section is moved where it stands at another place among those that both versions have.
CREATE TABLE changed_sections AS
WITH old_sections AS (
    SELECT steps.report_id AS revised_id, sections.*
    FROM revision_steps AS steps
    JOIN sections ON sections.report_id = steps.last_id
), new_sections AS (
    SELECT steps.report_id AS revised_id, sections.*
    FROM revision_steps AS steps
    JOIN sections ON sections.report_id = steps.report_id
), pairs AS (
    SELECT
        coalesce(n.revised_id, o.revised_id) AS report_id,
        coalesce(n.section_code, o.section_code) AS section_code,
        o.position AS old_position,
        n.position AS new_position,
        regexp_replace(o.body, '\s', '', 'g') AS old_words,
        regexp_replace(n.body, '\s', '', 'g') AS new_words,
        o.position IS NOT NULL AND n.position IS NOT NULL AS is_in_both
    FROM old_sections AS o
    FULL JOIN new_sections AS n ON n.revised_id = o.revised_id AND n.section_code = o.section_code
)
SELECT
    report_id,
    section_code,
    old_position,
    new_position,
    CASE
        WHEN old_position IS NULL THEN 'added'
        WHEN new_position IS NULL THEN 'removed'
        WHEN old_words <> new_words THEN 'reworded'
        ELSE 'same'
    END AS change,
    is_in_both
        AND row_number() OVER (PARTITION BY report_id, is_in_both ORDER BY old_position)
        <> row_number() OVER (PARTITION BY report_id, is_in_both ORDER BY new_position) AS is_moved
FROM pairs
ORDER BY report_id, coalesce(new_position, old_position), section_code

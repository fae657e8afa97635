-- id: revisions
-- step: 2
-- why: One row a revision of a report: what it says otherwise than the one before it, counted.
CREATE TABLE revisions AS
WITH by_cell AS (
    SELECT
        report_id,
        count(*) AS cells,
        count(*) FILTER (WHERE table_code = '3') AS table_3_cells
    FROM changed_cells
    GROUP BY report_id
), by_section AS (
    SELECT
        report_id,
        count(*) FILTER (WHERE change <> 'same' OR is_moved) AS sections
    FROM changed_sections
    GROUP BY report_id
), by_measure AS (
    SELECT report_id, count(*) AS measures FROM changed_measures GROUP BY report_id
), by_finding AS (
    SELECT
        report_id,
        count(*) FILTER (WHERE outcome = 'settled') AS settled,
        count(*) FILTER (WHERE outcome = 'unjudged') AS unjudged,
        count(*) FILTER (WHERE outcome = 'new') AS new_findings
    FROM changed_findings
    GROUP BY report_id
)
SELECT
    steps.*,
    coalesce(by_cell.cells, 0) AS changed_cells,
    coalesce(by_cell.table_3_cells, 0) AS table_3_cells,
    coalesce(by_section.sections, 0) AS changed_sections,
    coalesce(by_measure.measures, 0) AS changed_measures,
    coalesce(by_finding.settled, 0) AS settled,
    coalesce(by_finding.unjudged, 0) AS unjudged,
    coalesce(by_finding.new_findings, 0) AS new_findings,
    steps.published_on IS DISTINCT FROM steps.last_published_on AS is_date_changed,
    steps.title <> steps.last_title AS is_title_changed,
    steps.form IS DISTINCT FROM steps.last_form AS is_form_changed,
    steps.source_url <> steps.last_source_url AS is_source_changed,
    NOT (
        by_cell.report_id IS NOT NULL
        OR coalesce(by_section.sections, 0) > 0
        OR is_date_changed OR is_title_changed OR is_form_changed OR is_source_changed
    ) AS is_same
FROM revision_steps AS steps
LEFT JOIN by_cell ON by_cell.report_id = steps.report_id
LEFT JOIN by_section ON by_section.report_id = steps.report_id
LEFT JOIN by_measure ON by_measure.report_id = steps.report_id
LEFT JOIN by_finding ON by_finding.report_id = steps.report_id

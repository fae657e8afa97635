-- id: stated_figures
-- params: agencies
-- why: Their stated figures.
SELECT
    stated_figures.report_id AS key,
    stated_figures.position,
    stated_figures.figure,
    stated_figures.value,
    stated_figures.unit,
    stated_figures.exactness,
    stated_figures.section_code,
    stated_figures.sentence,
    stated_figures.mark_start,
    stated_figures.mark_end,
    stated_figures.raw
FROM stated_figures
JOIN reports ON reports.report_id = stated_figures.report_id
WHERE reports.is_current AND list_contains($agencies, reports.agency_id)

-- id: items_published_states
-- step: 7
-- why: Of each report that enters a sum, where it counts the items published: no table of the forms since 2019 does.
CREATE MACRO items_published_states(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
SELECT
    chosen.report_id,
    chosen.year,
    items_published.value IS NOT NULL AS is_stated,
    items_published.value IS NOT NULL AND items_published.is_approximate AS is_approximate,
    coalesce(items_published.is_in_annex, FALSE) AS is_in_annex,
    items_published.report_id IS NOT NULL AND items_published.value IS NULL AS is_contradictory,
    items_published.report_id IS NULL AS is_unstated
FROM summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS chosen
LEFT JOIN items_published ON items_published.report_id = chosen.report_id

-- id: items_published_states
-- step: 7
-- why: Of each report that enters a sum, what its narrative says of the items published: the measure comes from prose.
CREATE MACRO items_published_states(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
SELECT
    chosen.report_id,
    chosen.year,
    stated.value IS NOT NULL AS is_stated,
    stated.value IS NOT NULL AND stated.is_approximate AS is_approximate,
    stated.report_id IS NOT NULL AND stated.value IS NULL AS is_contradictory,
    stated.report_id IS NULL AS is_unstated
FROM summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS chosen
LEFT JOIN stated_totals AS stated
    ON stated.report_id = chosen.report_id AND stated.figure = 'items_published'

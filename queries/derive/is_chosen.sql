-- id: is_chosen
-- step: 3
-- why: Whether the page's filters name an agency, by its kind of data, region, kind and id. Fiction and reality are never in one selection. A region's paths lie between its own and its own with 0, the character after the slash: rows in the order of regions are skipped by that.
CREATE MACRO is_chosen(demo, region, kind, agency, of_demo, in_region, of_kinds, of_agencies) AS
demo = of_demo
    AND (
        in_region IS NULL
        OR (region >= in_region AND region < in_region || '0' AND starts_with(region || '/', in_region || '/'))
    )
    AND (of_kinds IS NULL OR list_contains(of_kinds, kind))
    AND (of_agencies IS NULL OR list_contains(of_agencies, agency))

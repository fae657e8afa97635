-- id: followed_reports
-- step: 7
-- why: The reports that may be added up, and whether that of the year before (has_last) is in the same sum: only then is there a change.
CREATE MACRO followed_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year, on_basis) AS TABLE
WITH summable AS MATERIALIZED (
    SELECT *
    FROM summable_reports(of_demo, in_region, of_kinds, of_agencies, from_year - 1, to_year, on_basis)
)
SELECT this.*, last.report_no IS NOT NULL AS has_last
FROM summable AS this
LEFT JOIN summable AS last ON last.report_no = this.last_no
WHERE this.year >= from_year

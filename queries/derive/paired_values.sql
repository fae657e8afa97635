-- id: paired_values
-- step: 8
-- why: A measure of the chosen agencies in two years side by side. part says whether an agency has it in both, or only in the later (entered) or the earlier one (left). No rows where the measure changed its meaning in between.
CREATE MACRO paired_values(
    of_demo, in_region, of_kinds, of_agencies, on_basis, of_metric, earlier, later
) AS TABLE
WITH measured AS (
    FROM measured_reports(of_metric, of_demo, in_region, of_kinds, of_agencies, earlier, later, on_basis)
    WHERE len(list_filter(break_years, lambda edge: edge > earlier AND edge <= later)) = 0
)
SELECT
    coalesce(this.agency_id, last.agency_id) AS agency_id,
    coalesce(this.unit, last.unit) AS unit,
    CASE
        WHEN last.agency_id IS NULL THEN 'entered' WHEN this.agency_id IS NULL THEN 'left' ELSE 'both'
    END AS part,
    this.report_id,
    this.report_no,
    this.numerator,
    this.denominator,
    this.value,
    last.report_id AS last_report_id,
    last.report_no AS last_no,
    last.numerator AS last_numerator,
    last.denominator AS last_denominator,
    last.value AS last_value
FROM (SELECT * FROM measured WHERE year = later) AS this
FULL JOIN (SELECT * FROM measured WHERE year = earlier) AS last ON last.agency_id = this.agency_id

-- id: letter_reports
-- title_zh: 有待核实事项的年报
-- title_en: Reports with findings that stand
-- unit: count
-- grain: one row a report
-- params: is_demo, region, kinds, agencies, year_from, year_to, agency_id, year, rows
-- why: About whom a letter can be written: the first reports in the order of the list of findings, so many as rows says, and that of agency_id and year wherever it stands. How many there are in all stands in every row (all_rows).
WITH standing AS (
    SELECT
        chosen.report_id,
        chosen.agency_id,
        chosen.year,
        min(rules.severity) AS severity,
        count(*) AS findings
    FROM settled_findings AS found
    JOIN rules ON rules.rule = found.rule
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
        ON chosen.report_no = found.report_no
    WHERE found.is_standing
    GROUP BY chosen.report_id, chosen.agency_id, chosen.year
)
SELECT
    report_id,
    agency_id,
    year,
    findings,
    count(*) OVER () AS all_rows
FROM standing
QUALIFY
    row_number() OVER (ORDER BY severity, year DESC, agency_id) <= $rows
    OR (agency_id = $agency_id AND year = $year)
ORDER BY severity, year DESC, agency_id

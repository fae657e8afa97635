-- id: scope
-- title_zh: 范围与完整性
-- title_en: Scope and completeness
-- unit: count
-- grain: one row
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: The line that stands on every page: whose reports, of which years, how many of those due by the day of the build, which of them totals are made of, and what is open about them.
WITH due AS (
    SELECT
        count(DISTINCT agency_id) AS known_agencies,
        count(*) FILTER (state <> 'not_due') AS known_reports,
        count(report_id) FILTER (state <> 'not_due') AS held_reports
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), at_hand AS (
    SELECT
        count(DISTINCT agency_id) AS held_agencies,
        min(year) AS first_year,
        max(year) AS last_year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), summed AS (
    SELECT
        count(*) FILTER (is_consolidated) AS summed_wholes,
        count(*) FILTER (NOT is_consolidated) AS summed_members
    FROM summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis)
), asked AS (
    SELECT
        count(*) FILTER (severity = 'E') AS errors,
        count(*) FILTER (severity = 'W') AS questions
    FROM settled_findings
    JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS held
        ON held.report_no = settled_findings.report_no
    JOIN rules ON rules.rule = settled_findings.rule
    WHERE is_standing
)
SELECT
    known_agencies,
    held_agencies,
    known_reports,
    held_reports,
    summed_wholes,
    summed_members,
    first_year,
    last_year,
    errors,
    questions
FROM due, at_hand, summed, asked

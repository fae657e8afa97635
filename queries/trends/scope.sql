-- id: scope
-- title_zh: 范围与完整性
-- title_en: Scope and completeness
-- unit: count
-- grain: one row
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The line that stands on every page: whose reports, of which years, how many of those due by the day of the build, and what is open about them.
WITH expected AS (
    SELECT agency_id, year, state
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
), due AS (
    SELECT agency_id, year FROM expected WHERE state <> 'not_due'
), held AS (
    SELECT report_id, agency_id, year
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
)
SELECT
    (SELECT count(DISTINCT agency_id) FROM expected) AS known_agencies,
    (SELECT count(DISTINCT agency_id) FROM held) AS held_agencies,
    (SELECT count(*) FROM due) AS known_reports,
    (SELECT count(*) FROM held SEMI JOIN due USING (agency_id, year)) AS held_reports,
    (SELECT min(year) FROM held) AS first_year,
    (SELECT max(year) FROM held) AS last_year,
    (
        SELECT count(*) FROM settled_findings JOIN held USING (report_id) JOIN rules USING (rule)
        WHERE is_standing AND severity = 'E'
    ) AS errors,
    (
        SELECT count(*) FROM settled_findings JOIN held USING (report_id) JOIN rules USING (rule)
        WHERE is_standing AND severity = 'W'
    ) AS questions

-- id: report_revisions
-- title_zh: 单份年报的历次修订
-- title_en: The revisions of one report
-- unit: count
-- grain: one row a revision of that agency and year after the first, the newest first
-- params: agency_id, year
-- why: How often a report was filed anew, and what each time changed.
SELECT *
FROM revisions
WHERE agency_id = $agency_id AND year = $year
ORDER BY revision DESC

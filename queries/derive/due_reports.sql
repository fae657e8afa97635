-- id: due_reports
-- step: 6
-- why: Every report that is expected (derive/expected_reports.sql), up to those of this year, what became of it, and what a selection asks of its agency; in the order of regions. Without a date nothing is in time. One that is not held is unpublished only where somebody found so after it was due, and was not read only where a file of it is at hand; else it is missing: nothing tells whether it was not published or not collected, or is not due yet.
CREATE TABLE due_reports AS
WITH years AS (
    SELECT
        least(2019, min(year))::INTEGER AS first_year,
        greatest(year(current_date), max(year))::INTEGER AS last_year
    FROM reports
), expected AS (
    FROM expected_reports(FALSE, NULL, NULL, NULL, (SELECT first_year FROM years), (SELECT last_year FROM years))
    UNION ALL
    FROM expected_reports(TRUE, NULL, NULL, NULL, (SELECT first_year FROM years), (SELECT last_year FROM years))
)
SELECT
    expected.agency_id,
    expected.is_demo,
    expected.region_path,
    expected.kind,
    expected.sector,
    expected.is_consolidated,
    expected.consolidated_into,
    expected.year,
    expected.report_id,
    expected.published_on,
    expected.due_on,
    date_diff('day', expected.due_on, expected.published_on) AS days_late,
    CASE
        WHEN expected.published_on > expected.due_on THEN 'late'
        WHEN expected.published_on IS NOT NULL THEN 'in_time'
        WHEN expected.report_id IS NOT NULL THEN 'undated'
        WHEN files_at_hand.path IS NOT NULL THEN 'unusable'
        WHEN stated.stated_on > expected.due_on THEN 'unpublished'
        ELSE 'missing'
    END AS state,
    coalesce(is_last_moment(date_diff('day', expected.due_on, expected.published_on)), FALSE) AS is_last_moment,
    stated.source,
    stated.who,
    stated.stated_on,
    stated.note,
    CASE WHEN expected.report_id IS NULL THEN files_at_hand.path END AS path,
    CASE WHEN expected.report_id IS NULL THEN files_at_hand.code END AS code,
    CASE WHEN expected.report_id IS NULL THEN files_at_hand.found END AS found,
    CASE WHEN expected.report_id IS NULL THEN files_at_hand.expected END AS expected,
    CASE WHEN expected.report_id IS NULL THEN files_at_hand.pictures END AS pictures
FROM expected
LEFT JOIN unpublished_reports AS stated
    ON stated.agency_id = expected.agency_id AND stated.year = expected.year
LEFT JOIN files_at_hand
    ON files_at_hand.agency_id = expected.agency_id AND files_at_hand.year = expected.year
ORDER BY expected.is_demo, expected.region_path, expected.agency_id, expected.year

-- id: submissions_of
-- step: 6
-- why: What became of every report that is expected. Without a date nothing is in time. One that is not held is unpublished only where somebody found so after it was due, and was not read only where a file of it is at hand; else nothing tells whether it was not published or not collected.
CREATE MACRO submissions_of(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS TABLE
SELECT
    expected.agency_id,
    expected.kind,
    expected.is_consolidated,
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
        WHEN as_of() <= expected.due_on THEN 'not_due'
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
FROM expected_reports(of_demo, in_region, of_kinds, of_agencies, from_year, to_year) AS expected
LEFT JOIN unpublished_reports AS stated
    ON stated.agency_id = expected.agency_id AND stated.year = expected.year
LEFT JOIN files_at_hand
    ON files_at_hand.agency_id = expected.agency_id AND files_at_hand.year = expected.year

-- id: against
-- why: What a new build is worse in than the one in place, attached as held: reports that are gone, files refused on top, and numbers of unchanged files that are numbers no more. One row a measure of data/publishing.toml, with what it is a part of.
-- params:
WITH gone AS (
    SELECT count(*) AS held, count(*) FILTER (WHERE reports.report_id IS NULL) AS lost
    FROM (SELECT DISTINCT agency_id, year FROM held.reports WHERE is_current) AS before
    LEFT JOIN reports ON reports.agency_id = before.agency_id AND reports.year = before.year AND reports.is_current
),

refused AS (
    SELECT
        (SELECT count(*) FROM refusals) + (SELECT count(*) FROM reports) AS files,
        (SELECT count(*) FROM refusals) - (SELECT count(*) FROM held.refusals) AS more
),

numbers_now AS (
    SELECT sha256, count(*) FILTER (WHERE status = 'number') AS numbers
    FROM reports
    JOIN cells USING (report_id)
    GROUP BY sha256
),

numbers_before AS (
    SELECT sha256, count(*) FILTER (WHERE status = 'number') AS numbers
    FROM held.reports
    JOIN held.cells USING (report_id)
    GROUP BY sha256
),

unread AS (
    SELECT
        coalesce(sum(before.numbers), 0)::BIGINT AS held,
        coalesce(sum(greatest(before.numbers - now.numbers, 0)), 0)::BIGINT AS lost
    FROM numbers_before AS before
    JOIN numbers_now AS now USING (sha256)
)

SELECT 'reports_lost' AS measure, held AS base, lost AS found FROM gone
UNION ALL
SELECT 'files_refused', files, greatest(more, 0) FROM refused
UNION ALL
SELECT 'numbers_lost', held, lost FROM unread

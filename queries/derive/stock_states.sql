-- id: stock_states
-- step: 4
-- why: Whether the stock of a row of table 2 follows from last year: in_force(Y) = in_force(Y−1) + issued − repealed, from 2022 on. The year after a merger is not judged, because the merged agency's documents may move either way.
CREATE MACRO stock_states(of_row) AS TABLE
WITH stock AS (
    SELECT
        reports.agency_id,
        reports.year,
        reports.report_id,
        reports.is_current,
        max(value) FILTER (WHERE column_code = 'issued') AS issued,
        max(value) FILTER (WHERE column_code = 'repealed') AS repealed,
        max(value) FILTER (WHERE column_code = 'in_force') AS in_force
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    WHERE table_code = '2' AND row_code = of_row
        AND reports.form = '2021'
    GROUP BY ALL
)
SELECT
    this.report_id,
    '2' AS table_code,
    of_row AS row_code,
    'in_force' AS column_code,
    this.in_force AS found,
    last.in_force + this.issued - this.repealed AS expected,
    CASE
        WHEN found IS NULL OR expected IS NULL THEN 'not-assessable'
        WHEN found <> expected THEN 'fail'
        ELSE 'pass'
    END AS state
FROM stock AS this
LEFT JOIN stock AS last
    ON last.agency_id = this.agency_id AND last.year = this.year - 1 AND last.is_current
WHERE this.year >= 2022
    AND NOT EXISTS (
        SELECT 1 FROM agencies
        WHERE agencies.merged_into = this.agency_id AND agencies.active_until = this.year - 1
    )

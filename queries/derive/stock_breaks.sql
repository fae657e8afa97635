-- id: stock_breaks
-- step: 4
-- why: Where the stock of a row of table 2 does not follow from last year: in_force(Y) = in_force(Y−1) + issued − repealed, from 2022 on. The year after a merger is not judged, because the merged agency's documents may move either way.
CREATE MACRO stock_breaks(of_row) AS TABLE
WITH stock AS (
    SELECT
        reports.agency_id,
        reports.year,
        reports.report_id,
        max(value) FILTER (WHERE column_code = 'issued') AS issued,
        max(value) FILTER (WHERE column_code = 'repealed') AS repealed,
        max(value) FILTER (WHERE column_code = 'in_force') AS in_force
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    WHERE table_code = '2' AND row_code = of_row
        AND reports.is_current AND reports.form = '2021'
    GROUP BY ALL
)
SELECT
    this.report_id,
    '2' AS table_code,
    of_row AS row_code,
    'in_force' AS column_code,
    this.in_force AS found,
    last.in_force + this.issued - this.repealed AS expected
FROM stock AS this
JOIN stock AS last ON last.agency_id = this.agency_id AND last.year = this.year - 1
WHERE this.in_force <> last.in_force + this.issued - this.repealed
    AND NOT EXISTS (
        SELECT 1 FROM agencies
        WHERE agencies.merged_into = this.agency_id AND agencies.active_until = this.year - 1
    )

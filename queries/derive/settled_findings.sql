-- id: settled_findings
-- step: 4
-- why: Every finding with what was decided about it. A verdict holds as long as the values it was given on; when they change the finding is open again and says so. It stands until it is a false alarm or corrected.
CREATE VIEW settled_findings AS
WITH settled AS (
    SELECT
        findings.*,
        verdicts.values_hash = findings.values_hash AS is_the_same,
        CASE WHEN is_the_same THEN verdicts.verdict ELSE 'open' END AS verdict,
        coalesce(NOT is_the_same AND verdicts.verdict <> 'open', FALSE) AS is_reopened,
        coalesce(verdicts.comment, '') AS comment,
        coalesce(verdicts.who, '') AS who,
        verdicts.settled_at
    FROM findings
    LEFT JOIN verdicts ON verdicts.finding_id = findings.finding_id
)
SELECT
    * EXCLUDE (is_the_same),
    verdict NOT IN ('false-alarm', 'corrected') AS is_standing
FROM settled

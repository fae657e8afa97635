-- id: strangers
-- step: 2
-- why: Agencies that are known only from a report, under their printed name. What that name tells is looked at in guesses.sql.
INSERT INTO agencies
SELECT owner, any_value(name), any_value(name), '', '', '', '', false, NULL, [], [], NULL, NULL, NULL, false, false, []
FROM (SELECT owner, coalesce(agency_name, owner) AS name FROM filed WHERE owner IS NOT NULL)
WHERE owner NOT IN (SELECT agency_id FROM agencies)
GROUP BY owner
ORDER BY owner

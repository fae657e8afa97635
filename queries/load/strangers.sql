-- id: strangers
-- step: 2
-- why: Agencies that are known only from a report, under their printed name.
INSERT INTO agencies
SELECT owner, any_value(name), any_value(name), '', 'unknown', 'other', '', false, NULL, [], [], NULL, NULL, NULL, false, false
FROM (SELECT owner, coalesce(agency_name, owner) AS name FROM filed WHERE owner IS NOT NULL)
WHERE owner NOT IN (SELECT agency_id FROM agencies)
GROUP BY owner
ORDER BY owner

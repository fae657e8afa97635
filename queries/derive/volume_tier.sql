-- id: volume_tier
-- step: 4
-- why: The tier of a report by how much was asked: few requests make rates jump, so that agencies are best seen beside those asked about as much. NULL where the number is unknown, which is not the tier of none.
CREATE MACRO volume_tier(new_requests) AS CASE
    WHEN new_requests = 0 THEN '0'
    WHEN new_requests < 10 THEN '1-9'
    WHEN new_requests < 30 THEN '10-29'
    WHEN new_requests < 100 THEN '30-99'
    WHEN new_requests >= 100 THEN '100+'
END

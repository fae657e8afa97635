-- id: readable_sum
-- step: 2
-- why: The sum of the wanted cells; NULL where one of them holds something that could not be read, because a sum without it would be silently too small.
CREATE MACRO readable_sum(amount, state, wanted) AS CASE
    WHEN count(*) FILTER (WHERE wanted AND state = 'unreadable') = 0 THEN sum(amount) FILTER (WHERE wanted)
END

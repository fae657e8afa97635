-- id: first_publications
-- step: 1
-- why: When a report was first published, as far as any of its versions tells. Whether it was in time is judged by this day: who corrects a report later is not late.
CREATE VIEW first_publications AS
SELECT agency_id, year, min(published_on) AS published_on
FROM reports
WHERE agency_id IS NOT NULL AND year IS NOT NULL
GROUP BY agency_id, year

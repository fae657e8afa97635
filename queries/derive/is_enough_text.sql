-- id: is_enough_text
-- step: 1
-- why: Whether a report has enough text to be compared with another: 200 characters that count. In less, a few clauses in common would be a large share.
CREATE MACRO is_enough_text(counted_letters) AS coalesce(counted_letters, 0) >= 200

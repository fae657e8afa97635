-- id: rate
-- step: 3
-- why: A share; NULL, never zero or infinity, where nothing is counted below the line.
CREATE MACRO rate(above, below) AS above::DOUBLE / nullif(below, 0)::DOUBLE

-- id: change_of
-- step: 4
-- why: The change of a measure from one year to the next by its unit: a rate in percentage points, a balance, which may be negative, as the difference, all else in percent. NULL where there is nothing to compare with.
CREATE MACRO change_of(of_unit, above, below, last_above, last_below) AS CASE of_unit
    WHEN 'rate' THEN 100 * (rate(above, below) - rate(last_above, last_below))
    WHEN 'balance' THEN (above - last_above)::DOUBLE
    ELSE 100 * rate(above - last_above, last_above)
END

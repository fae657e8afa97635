-- id: change_of
-- step: 4
-- why: The change of a measure from one year to the next by its unit: a rate in percentage points, a balance, which may be negative, as the difference, all else in percent. NULL where there is nothing to compare with.
CREATE MACRO change_of(of_unit, value, last_value) AS CASE of_unit
    WHEN 'rate' THEN 100 * (value - last_value)
    WHEN 'balance' THEN value - last_value
    ELSE 100 * rate(value - last_value, last_value)
END

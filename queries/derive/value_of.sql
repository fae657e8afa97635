-- id: value_of
-- step: 4
-- why: The value of a measure by its unit: a rate is a share, all else its numerator.
CREATE MACRO value_of(of_unit, above, below) AS CASE
    WHEN of_unit = 'rate' THEN rate(above, below) ELSE above::DOUBLE
END

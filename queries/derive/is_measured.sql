-- id: is_measured
-- step: 1
-- why: Whether a measure of this unit has a value: it needs its numerator, and a rate its denominator too. Without both sides a rate has no value of zero but none.
CREATE MACRO is_measured(unit, numerator, denominator) AS
numerator IS NOT NULL AND (denominator IS NOT NULL OR unit <> 'rate')

-- id: roughness
-- step: 3
-- why: By how much a rounded count may be off: the size of its last digit that is not a zero, 1200 by less than 100.
CREATE MACRO roughness(amount) AS
10 ** (length(abs(amount)::BIGINT::VARCHAR) - length(rtrim(abs(amount)::BIGINT::VARCHAR, '0')))

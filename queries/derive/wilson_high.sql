-- id: wilson_high
-- step: 4
-- why: Upper bound of Wilson's 95 % interval; see wilson_bound.
CREATE MACRO wilson_high(hits, trials) AS wilson_bound(hits, trials, 1)

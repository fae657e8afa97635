-- id: wilson_low
-- step: 4
-- why: Lower bound of Wilson's 95 % interval; see wilson_bound.
CREATE MACRO wilson_low(hits, trials) AS wilson_bound(hits, trials, -1)

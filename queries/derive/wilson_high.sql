-- id: wilson_high
-- step: 3
-- why: Upper bound of Wilson's 95 % interval; see wilson_low.
CREATE MACRO wilson_high(hits, trials) AS CASE WHEN trials > 0 THEN least(1, (
    hits / trials + 1.920729 / trials
    + 1.959964 * sqrt(hits / trials * (1 - hits / trials) / trials + 0.960365 / (trials * trials))
) / (1 + 3.841459 / trials)) END

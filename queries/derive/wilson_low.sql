-- id: wilson_low
-- step: 3
-- why: Lower bound of Wilson's 95 % interval of a share of hits in trials, NULL without trials (E. B. Wilson, JASA 22, 1927); z = 1.959964.
CREATE MACRO wilson_low(hits, trials) AS CASE WHEN trials > 0 THEN greatest(0, (
    hits / trials + 1.920729 / trials
    - 1.959964 * sqrt(hits / trials * (1 - hits / trials) / trials + 0.960365 / (trials * trials))
) / (1 + 3.841459 / trials)) END

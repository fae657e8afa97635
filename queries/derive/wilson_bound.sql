-- id: wilson_bound
-- step: 3
-- why: A bound of Wilson's 95 % interval of a share of hits in trials, NULL without trials, or with more hits than trials, which is a ratio and no share (E. B. Wilson, JASA 22, 1927); z = 1.959964, side -1 is the lower, 1 the upper.
CREATE MACRO wilson_bound(hits, trials, side) AS CASE WHEN hits BETWEEN 0 AND trials AND trials > 0 THEN least(1, greatest(0, (
    hits::DOUBLE / trials::DOUBLE + 1.920729 / trials::DOUBLE + side * 1.959964 * sqrt(
        hits::DOUBLE * (trials - hits)::DOUBLE / trials::DOUBLE ** 3
        + 0.960365 / trials::DOUBLE ** 2
    )
) / (1 + 3.841459 / trials::DOUBLE))) END

-- id: funnel_bound
-- step: 3
-- why: Where a share of that many trials leaves what chance explains around a target: z standard errors off it, kept between none and all. The same score as derive/score_of.sql.
CREATE MACRO funnel_bound(target, trials, z) AS
least(1, greatest(0, target + z * sqrt(target * (1 - target) / trials::DOUBLE)))

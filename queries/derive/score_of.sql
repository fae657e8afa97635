-- id: score_of
-- step: 3
-- why: By how many standard errors a share of hits in trials lies off a target share, NULL where the target is none or all. Wilson's 95 % interval excludes the target exactly where this is beyond 1.959964, so that intervals, funnel limits and bands never disagree.
CREATE MACRO score_of(hits, trials, target) AS CASE
    WHEN trials > 0 AND target > 0 AND target < 1
        THEN (hits::DOUBLE / trials::DOUBLE - target) / sqrt(target * (1 - target) / trials::DOUBLE)
END

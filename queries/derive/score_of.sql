-- id: score_of
-- step: 3
-- why: By how many standard errors a share among so many trials lies off a target share, NULL where the target is none or all. Wilson's 95 % interval excludes the target exactly where this is beyond 1.959964, so that intervals, funnel limits and bands never disagree.
CREATE MACRO score_of(share, trials, target) AS CASE
    WHEN trials > 0 AND target > 0 AND target < 1 THEN (share - target) / sqrt(target * (1 - target) / trials::DOUBLE)
END

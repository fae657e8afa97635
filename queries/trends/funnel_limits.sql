-- id: funnel_limits
-- title_zh: 漏斗图控制限
-- title_en: Limits of the funnel
-- unit: share
-- grain: one row a number of cases, evenly spaced by its logarithm
-- params: is_demo, region, kinds, agencies, metric_id, year
-- why: How far a share may lie off that of the whole by chance alone, by the number of cases behind it, at 95 % and 99.8 %.
WITH standing AS (
    SELECT any_value(whole) AS whole, min(denominator)::DOUBLE AS fewest, max(denominator)::DOUBLE AS most
    FROM standing_of([$metric_id], $is_demo, $region, $kinds, $agencies, $year)
    WHERE unit = 'rate' AND denominator > 0
)
SELECT
    fewest * (most / fewest) ** (step / 60.0) AS cases,
    whole,
    funnel_bound(whole, cases, -1.959964) AS low,
    funnel_bound(whole, cases, 1.959964) AS high,
    funnel_bound(whole, cases, -3.090232) AS far_low,
    funnel_bound(whole, cases, 3.090232) AS far_high
FROM standing
CROSS JOIN range(61) AS steps(step)
WHERE whole > 0 AND whole < 1 AND most > fewest
ORDER BY cases

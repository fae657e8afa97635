-- id: publication_mix
-- title_zh: 公布时点构成
-- title_en: When reports were published, by kind of agency
-- unit: share of the reports whose date is known
-- grain: one row a kind of agency (empty: all), year and part
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: How many come early, at the last moment (derive/is_last_moment.sql) and late. Reports without a date are counted apart and are none of these; all_undated are those of all years.
WITH held AS (
    SELECT
        year,
        kind,
        CASE WHEN state = 'late' THEN 'late' WHEN is_last_moment THEN 'last_moment' ELSE 'early' END AS part,
        state = 'undated' AS is_undated
    FROM submissions_of($is_demo, $region, $kinds, $agencies, $year_from, $year_to)
    WHERE report_id IS NOT NULL
), wholes AS (
    SELECT
        year,
        coalesce(kind, '') AS kind,
        count(*) FILTER (WHERE NOT is_undated) AS dated,
        count(*) FILTER (WHERE is_undated) AS undated
    FROM held
    GROUP BY GROUPING SETS ((year), (year, kind))
), parts AS (
    SELECT year, coalesce(kind, '') AS kind, part, count(*) AS reports
    FROM held
    WHERE NOT is_undated
    GROUP BY GROUPING SETS ((year, part), (year, kind, part))
)
SELECT
    wholes.kind,
    wholes.year,
    named.part,
    coalesce(parts.reports, 0) AS reports,
    wholes.dated,
    wholes.undated,
    sum(wholes.undated) OVER (PARTITION BY wholes.kind, named.part)::BIGINT AS all_undated,
    rate(coalesce(parts.reports, 0), wholes.dated) AS share
FROM wholes
CROSS JOIN (SELECT unnest(['early', 'last_moment', 'late']) AS part, unnest([1, 2, 3]) AS position) AS named
LEFT JOIN parts ON parts.kind = wholes.kind AND parts.year = wholes.year AND parts.part = named.part
ORDER BY
    list_position(['', 'government', 'department', 'zone', 'township', 'other'], wholes.kind),
    wholes.year, named.position

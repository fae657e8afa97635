-- id: definition_bands
-- title_zh: 口径敏感性
-- title_en: The same agencies under other definitions
-- unit: as the measures; score in standard errors
-- grain: one row an agency and definition, only agencies that can be judged under the first
-- params: is_demo, region, kinds, agencies, metric_ids, year, most
-- why: Whether an agency is unusual only because of how the rate is defined: its band under each of metric_ids, the first being the one looked at. changes says that the side on which it stands is not the same under all of them, of those under which it can be judged. So many agencies as most says, NULL for all: first those whose side changes, then the furthest off the whole; how many change and can be judged of all stands in every row.
WITH standing AS (
    SELECT * FROM standing_of($metric_ids, $is_demo, $region, $kinds, $agencies, $year)
), judged AS (
    SELECT
        agency_id,
        count(DISTINCT sign(score) * (band <> 'within')::INTEGER) > 1 AS changes,
        max(abs(score)) FILTER (WHERE metric_id = $metric_ids[1]) AS distance
    FROM standing
    WHERE band IS NOT NULL
    GROUP BY agency_id
    HAVING bool_or(metric_id = $metric_ids[1])
), shown AS (
    SELECT
        *,
        count(CASE WHEN changes THEN 1 END) OVER () AS changing_agencies,
        count(*) OVER () AS judged_agencies
    FROM judged
    ORDER BY changes DESC, distance DESC, agency_id
    LIMIT $most
)
SELECT
    standing.metric_id,
    list_position($metric_ids, standing.metric_id) AS position,
    standing.agency_id,
    standing.report_id,
    standing.year,
    standing.unit,
    standing.numerator,
    standing.denominator,
    standing.value,
    standing.whole,
    standing.score,
    standing.band,
    shown.changes,
    shown.changing_agencies,
    shown.judged_agencies,
    number_of(standing.metric_id, $year, standing.agency_id) AS number
FROM standing
JOIN shown ON shown.agency_id = standing.agency_id
ORDER BY shown.changes DESC, shown.distance DESC, standing.agency_id, position

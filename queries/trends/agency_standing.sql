-- id: agency_standing
-- title_zh: 机构比较
-- title_en: Agencies beside the whole
-- unit: as the measure; score in standard errors
-- grain: one row an agency with a report of that year
-- params: is_demo, region, kinds, agencies, metric_id, year, sample
-- why: Who is unusual beyond chance: bands instead of false ranks, the span of ranks that the intervals leave open, and by how much the agencies differ at all. See derive/standing_of.sql. Beyond an attention line (data/attention.toml) is said as such. For charts of very many agencies: the ends of each band and of the cases, who is furthest off the whole, and so many drawn by lot as sample says, those with a value first; NULL for all. How many there are, how many have a value, in all and in the band of a row, and how high the intervals reach is told of all.
WITH standing AS (
    SELECT
        standing.*,
        lines.value AS line_value,
        lines.side AS line_side,
        lines.source AS line_source,
        lines.stated_on AS line_stated_on,
        CASE lines.side
            WHEN 'below' THEN standing.value < lines.value
            WHEN 'above' THEN standing.value > lines.value
        END AS is_beyond
    FROM standing_of([$metric_id], $is_demo, $region, $kinds, $agencies, $year) AS standing
    LEFT JOIN attention_lines AS lines
        ON lines.metric_id = standing.metric_id AND lines.is_demo = $is_demo
), bands AS (
    SELECT
        band,
        (sum(count(CASE WHEN is_beyond THEN 1 END)) OVER ())::BIGINT AS beyond,
        (sum(count(*)) OVER ())::BIGINT AS agencies,
        (sum(count(CASE WHEN denominator > 0 THEN value END)) OVER ())::BIGINT AS valued,
        max(max(coalesce(high, value))) OVER () AS highest,
        count(value) AS in_band,
        arg_min(agency_id, (-value, -denominator, agency_id), 30) FILTER (WHERE value IS NOT NULL) AS first_ones,
        arg_max(agency_id, (-value, -denominator, agency_id), 30) FILTER (WHERE value IS NOT NULL) AS last_ones
    FROM standing
    GROUP BY band
), kept AS (
    SELECT unnest(first_ones || last_ones) AS agency_id FROM bands
    UNION ALL
    (SELECT agency_id FROM standing ORDER BY abs(score) DESC NULLS LAST, agency_id LIMIT 300)
    UNION ALL
    (SELECT agency_id FROM standing WHERE denominator > 0 ORDER BY denominator, agency_id LIMIT 20)
    UNION ALL
    (SELECT agency_id FROM standing ORDER BY denominator DESC NULLS LAST, agency_id LIMIT 20)
    UNION ALL
    (SELECT agency_id FROM standing ORDER BY value IS NULL, hash(agency_id), agency_id LIMIT $sample)
)
SELECT
    standing.*,
    bands.beyond,
    bands.agencies,
    bands.valued,
    bands.highest,
    bands.in_band,
    number_of($metric_id, $year, agency_id) AS number
FROM standing
SEMI JOIN kept USING (agency_id)
JOIN bands ON bands.band IS NOT DISTINCT FROM standing.band
ORDER BY standing.value DESC NULLS LAST, denominator DESC, agency_id

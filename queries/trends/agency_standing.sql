-- id: agency_standing
-- title_zh: 机构比较
-- title_en: Agencies beside the whole
-- unit: as the measure; score in standard errors
-- grain: one row an agency with a report of that year
-- params: is_demo, region, kinds, agencies, metric_id, year
-- why: Who is unusual beyond chance: bands instead of false ranks, the span of ranks that the intervals leave open, and by how much the agencies differ at all. See derive/standing_of.sql. Beyond an attention line (data/attention.toml) is said as such.
SELECT
    standing.*,
    lines.value AS line_value,
    lines.side AS line_side,
    lines.source AS line_source,
    lines.stated_on AS line_stated_on,
    CASE lines.side
        WHEN 'below' THEN standing.value < lines.value
        WHEN 'above' THEN standing.value > lines.value
    END AS is_beyond,
    count(CASE WHEN is_beyond THEN 1 END) OVER () AS beyond,
    number_of($metric_id, $year, agency_id) AS number
FROM standing_of([$metric_id], $is_demo, $region, $kinds, $agencies, $year) AS standing
LEFT JOIN attention_lines AS lines
    ON lines.metric_id = standing.metric_id AND lines.is_demo = $is_demo
ORDER BY standing.value DESC NULLS LAST, denominator DESC, agency_id

-- id: measure_spread
-- title_zh: 各组机关的分布
-- title_en: How agencies spread within groups
-- unit: as the measure
-- grain: one row an agency with a value
-- params: is_demo, region, kinds, agencies, metric_id, year, grouping
-- why: The distribution, not the mean: every agency of a group, with the group's median and quartiles over the agencies that count. Rates on fewer than 30 cases are there and do not count. grouping is kind, sector, level or region.
WITH valued AS (
    SELECT
        chosen.agency_id,
        chosen.report_id,
        chosen.year,
        CASE $grouping
            WHEN 'sector' THEN chosen.sector
            WHEN 'level' THEN chosen.level
            WHEN 'region' THEN chosen.region_path
            ELSE chosen.kind
        END AS grouped,
        metrics.unit,
        numerator,
        denominator,
        value,
        is_small
    FROM metric_values
    JOIN metrics ON metrics.metric_id = metric_values.metric_id
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year, $year, 'members') AS chosen
        ON chosen.report_no = metric_values.report_no
    WHERE metric_values.metric_id = $metric_id
)
SELECT
    valued.*,
    count(*) FILTER (WHERE NOT is_small) OVER of_group AS firm,
    median(value) FILTER (WHERE NOT is_small) OVER of_group AS middle,
    quantile_cont(value, 0.25) FILTER (WHERE NOT is_small) OVER of_group AS lower_quarter,
    quantile_cont(value, 0.75) FILTER (WHERE NOT is_small) OVER of_group AS upper_quarter,
    number_of($metric_id, $year, agency_id) AS number
FROM valued
WHERE value IS NOT NULL
WINDOW of_group AS (PARTITION BY grouped)
ORDER BY middle DESC NULLS LAST, grouped, value DESC, agency_id

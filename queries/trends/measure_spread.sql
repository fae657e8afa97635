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
), groups AS (
    SELECT
        grouped,
        count(*) AS firm,
        median(value) AS middle,
        quantile_cont(value, 0.25) AS lower_quarter,
        quantile_cont(value, 0.75) AS upper_quarter
    FROM valued
    WHERE value IS NOT NULL AND NOT is_small
    GROUP BY grouped
)
SELECT
    valued.*,
    coalesce(groups.firm, 0) AS firm,
    groups.middle,
    groups.lower_quarter,
    groups.upper_quarter,
    number_of($metric_id, $year, agency_id) AS number
FROM valued
LEFT JOIN groups ON groups.grouped = valued.grouped
WHERE value IS NOT NULL
ORDER BY middle DESC NULLS LAST, valued.grouped, value DESC, agency_id

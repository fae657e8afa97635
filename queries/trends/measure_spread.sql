-- id: measure_spread
-- title_zh: 各组机关的分布
-- title_en: How agencies spread within groups
-- unit: as the measure
-- grain: one row an agency with a value
-- params: is_demo, region, kinds, agencies, metric_id, year, grouping
-- why: The distribution, not the mean: every agency of a group, with the group's median and quartiles over the agencies that count. Rates on fewer than 30 cases are there and do not count. grouping is kind, sector, level or region.
WITH valued AS (
    SELECT
        agency_id,
        report_id,
        year,
        CASE $grouping
            WHEN 'sector' THEN sector
            WHEN 'level' THEN level
            WHEN 'region' THEN region_path
            ELSE kind
        END AS grouped,
        unit,
        numerator,
        denominator,
        value,
        is_small
    FROM measured_reports($metric_id, $is_demo, $region, $kinds, $agencies, $year, $year, 'members')
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

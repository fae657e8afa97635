-- id: measure_spread
-- title_zh: 各组机关的分布
-- title_en: How agencies spread within groups
-- unit: as the measure
-- grain: one row an agency with a value
-- params: is_demo, region, kinds, agencies, metric_id, year, grouping, sample
-- why: The distribution, not the mean: every agency of a group, with the group's median and quartiles over the agencies that count. Rates on fewer than 30 cases are there and do not count. grouping is kind, sector, level or region. For a chart of very many agencies: of the groups first in order, as many as it shows, both ends of each and so many others drawn by lot as sample says; NULL for all of all groups. How many agencies a group has, and how many groups and agencies there are, is told of all.
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
    WHERE value IS NOT NULL
), groups AS (
    SELECT
        grouped,
        count(CASE WHEN NOT is_small THEN 1 END) AS firm,
        median(value) FILTER (WHERE NOT is_small) AS middle,
        quantile_cont(value, 0.25) FILTER (WHERE NOT is_small) AS lower_quarter,
        quantile_cont(value, 0.75) FILTER (WHERE NOT is_small) AS upper_quarter,
        count(*) AS in_group,
        count(*) OVER () AS groups,
        (sum(count(*)) OVER ())::BIGINT AS agencies
    FROM valued
    GROUP BY grouped
    ORDER BY middle DESC NULLS LAST, grouped
    LIMIT CASE WHEN $sample IS NOT NULL THEN 14 END
), shown AS (
    SELECT valued.*, groups.* EXCLUDE (grouped)
    FROM valued
    JOIN groups ON groups.grouped = valued.grouped
), kept AS (
    SELECT
        unnest(
            arg_min(agency_id, (-value, agency_id), 10) || arg_max(agency_id, (-value, agency_id), 10)
        ) AS agency_id
    FROM shown
    GROUP BY grouped
    UNION ALL
    (SELECT agency_id FROM shown ORDER BY hash(agency_id), agency_id LIMIT $sample)
)
SELECT
    shown.*,
    number_of($metric_id, $year, agency_id) AS number
FROM shown
SEMI JOIN kept USING (agency_id)
ORDER BY middle DESC NULLS LAST, grouped, value DESC, agency_id

-- id: agency_ranking
-- title_zh: 机关排序
-- title_en: Agencies ranked
-- unit: as the measure; change as in derive/change_of.sql
-- grain: one row an agency with a report of that year
-- params: is_demo, region, kinds, agencies, metric_id, year, most
-- why: Who stands where and who moved. A consolidated report does not stand among the agencies it contains. Ranked among agencies of the same kind; a rate on fewer than 30 cases carries its interval and takes no rank. Of the values and of the changes so many of each end as most says, NULL for all agencies: those on few cases after all others, and no change that starts from or ends on few (is_on_few). In every row stand how many agencies there are, how many with a value (valued), and of those on enough cases how many (firm), how many share the highest and the lowest value, how many changed (moved, firm_moved), rose and fell.
WITH measured AS MATERIALIZED (
    FROM measured_reports($metric_id, $is_demo, $region, $kinds, $agencies, $year - 1, $year, 'members')
), ranked AS MATERIALIZED (
    SELECT
        this.agency_id,
        this.report_id,
        this.kind,
        this.sector,
        this.is_consolidated,
        this.unit,
        this.numerator,
        this.denominator,
        this.value,
        this.low,
        this.high,
        this.is_small,
        last.numerator AS last_numerator,
        last.denominator AS last_denominator,
        last.value AS last_value,
        CASE
            WHEN list_contains(this.break_years, $year) THEN NULL
            ELSE change_of(this.unit, this.value, last.value)
        END AS change,
        CASE
            WHEN this.unit = 'rate' THEN this.is_small OR coalesce(last.denominator < 30, FALSE)
            ELSE coalesce(last.numerator < 30, FALSE)
        END AS is_on_few
    FROM measured AS this
    LEFT JOIN measured AS last ON last.agency_id = this.agency_id AND last.year = $year - 1
    WHERE this.year = $year
), levels AS MATERIALIZED (
    SELECT
        kind,
        value,
        count(*) AS on_level,
        1 + sum(count(*)) OVER (PARTITION BY kind ORDER BY value DESC) - count(*) AS place
    FROM ranked
    WHERE NOT is_small AND value IS NOT NULL
    GROUP BY kind, value
), ends AS (
    SELECT
        coalesce(sum(on_level), 0)::BIGINT AS firm,
        coalesce(sum(CASE WHEN value = highest THEN on_level END), 0)::BIGINT AS at_highest,
        coalesce(sum(CASE WHEN value = lowest THEN on_level END), 0)::BIGINT AS at_lowest
    FROM levels
    CROSS JOIN (SELECT max(value) AS highest, min(value) AS lowest FROM levels)
), counted AS (
    SELECT
        count(*) AS agencies,
        count(value) AS valued,
        count(change) AS moved,
        count(CASE WHEN NOT is_on_few THEN change END) AS firm_moved,
        count(CASE WHEN NOT is_on_few AND change > 0 THEN 1 END) AS rose,
        count(CASE WHEN NOT is_on_few AND change < 0 THEN 1 END) AS fell
    FROM ranked
), kept AS (
    (
        SELECT agency_id FROM ranked WHERE value IS NOT NULL
        ORDER BY is_small, value DESC, agency_id LIMIT coalesce($most, 0)
    )
    UNION
    (
        SELECT agency_id FROM ranked WHERE value IS NOT NULL
        ORDER BY is_small, value, agency_id DESC LIMIT coalesce($most, 0)
    )
    UNION
    (
        SELECT agency_id FROM ranked WHERE NOT is_on_few AND change IS NOT NULL
        ORDER BY change DESC, value DESC, agency_id LIMIT coalesce($most, 0)
    )
    UNION
    (
        SELECT agency_id FROM ranked WHERE NOT is_on_few AND change IS NOT NULL
        ORDER BY change, value, agency_id DESC LIMIT coalesce($most, 0)
    )
)
SELECT
    ranked.*,
    levels.place::BIGINT AS place,
    counted.*,
    ends.*,
    number_of($metric_id, $year, ranked.agency_id) AS number
FROM ranked
LEFT JOIN levels ON levels.kind = ranked.kind AND levels.value = ranked.value AND NOT ranked.is_small
CROSS JOIN counted
CROSS JOIN ends
WHERE $most IS NULL OR ranked.agency_id IN (SELECT agency_id FROM kept)
ORDER BY ranked.value DESC NULLS LAST, ranked.agency_id

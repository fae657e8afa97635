-- id: outcome_mix
-- title_zh: 申请办理结果构成
-- title_en: How requests ended
-- unit: count; share of closed requests
-- grain: one row a year and outcome
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: The six outcomes against the printed total of closed requests. Where a report contradicts itself the shares do not add up to one, and all_outcomes says by how much. open_share: disclosed in full or in part.
WITH yearly AS (
    SELECT
        chosen.year,
        sum(closed) AS closed,
        sum(disclosed) AS disclosed,
        sum(partly_disclosed) AS partly_disclosed,
        sum(withheld) AS withheld,
        sum(unavailable) AS unavailable,
        sum(declined) AS declined,
        sum(other_handling) AS other_handling
    FROM current_metrics
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = current_metrics.report_no
    GROUP BY chosen.year
), outcomes AS (
    UNPIVOT yearly
    ON disclosed, partly_disclosed, withheld, unavailable, declined, other_handling
    INTO NAME outcome VALUE requests
)
SELECT
    year,
    outcome,
    requests,
    closed,
    rate(requests, closed) AS share,
    sum(requests) OVER (PARTITION BY year) AS all_outcomes,
    number_of(outcome_share(outcome, 'total'), year, '') AS number,
    rate(
        sum(requests) FILTER (outcome IN ('disclosed', 'partly_disclosed')) OVER (PARTITION BY year), closed
    ) AS open_share
FROM outcomes
ORDER BY year, list_position(
    ['disclosed', 'partly_disclosed', 'withheld', 'unavailable', 'declined', 'other_handling'], outcome
)

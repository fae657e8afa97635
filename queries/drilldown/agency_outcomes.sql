-- id: agency_outcomes
-- title_zh: 机构历年办理结果
-- title_en: One agency's outcomes by year
-- unit: count; share of closed requests
-- grain: one row a year and outcome
-- params: agency_id
-- why: How this agency's requests ended, year by year. open_share: disclosed in full or in part.
WITH outcomes AS (
    UNPIVOT (SELECT * FROM current_metrics WHERE agency_id = $agency_id)
    ON disclosed, partly_disclosed, withheld, unavailable, declined, other_handling
    INTO NAME outcome VALUE requests
)
SELECT
    year,
    report_id,
    outcome,
    requests,
    closed,
    rate(requests, closed) AS share,
    sum(requests) OVER (PARTITION BY year) AS all_outcomes,
    number_of(outcome_share(outcome, 'total'), year, $agency_id) AS number,
    rate(
        sum(requests) FILTER (outcome IN ('disclosed', 'partly_disclosed')) OVER (PARTITION BY year), closed
    ) AS open_share
FROM outcomes
ORDER BY year, list_position(
    ['disclosed', 'partly_disclosed', 'withheld', 'unavailable', 'declined', 'other_handling'], outcome
)

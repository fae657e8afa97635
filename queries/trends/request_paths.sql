-- id: request_paths
-- title_zh: 申请从收到办结的去向
-- title_en: From request to outcome
-- unit: count; share of what stands at the stage
-- grain: one row a year and flow, flow_from one stage flow_to the next; only years of which all four sides of the balance are known
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: What came in becomes the workload, which is closed or carried out; what is closed has six outcomes. What the printed figures leave open is a flow of its own: from imbalance or outcome_gap where more went out than came in, to it where less did. whole_requests is what the share is of: the workload, or all closed for the outcomes.
WITH yearly AS (
    SELECT
        chosen.year,
        count(*) AS reports,
        sum(new_requests) AS new_requests,
        sum(carried_in) AS carried_in,
        sum(closed) AS closed,
        sum(carried_out) AS carried_out,
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
), balanced AS (
    SELECT
        *,
        new_requests + carried_in AS workload,
        new_requests + carried_in - closed - carried_out AS imbalance,
        closed - disclosed - partly_disclosed - withheld - unavailable - declined - other_handling
            AS outcome_gap
    FROM yearly
    WHERE new_requests + carried_in + closed + carried_out IS NOT NULL
), flows AS (
    UNPIVOT balanced
    ON new_requests, carried_in, imbalance, closed, carried_out, outcome_gap,
        disclosed, partly_disclosed, withheld, unavailable, declined, other_handling
    INTO NAME flow VALUE amount
), told AS (
    SELECT
        flows.year,
        flows.reports,
        flow,
        abs(amount) AS requests,
        amount < 0 AS is_source,
        flow IN ('new_requests', 'carried_in', 'imbalance', 'closed', 'carried_out') AS is_of_workload,
        balanced.workload,
        balanced.closed
    FROM flows
    JOIN balanced ON balanced.year = flows.year
    WHERE amount <> 0 OR flow NOT IN ('imbalance', 'outcome_gap')
)
SELECT
    year,
    CASE
        WHEN flow IN ('new_requests', 'carried_in') OR is_source THEN flow
        WHEN is_of_workload THEN 'workload'
        ELSE 'closed'
    END AS flow_from,
    CASE
        WHEN NOT (flow IN ('new_requests', 'carried_in') OR is_source) THEN flow
        WHEN is_of_workload THEN 'workload'
        ELSE 'closed'
    END AS flow_to,
    requests,
    CASE WHEN is_of_workload THEN workload ELSE closed END AS whole_requests,
    rate(requests, whole_requests) AS share,
    reports,
    flow IN ('imbalance', 'outcome_gap') AS is_unexplained,
    number_of(flow_cells(flow, is_source), year, '') AS number
FROM told
ORDER BY year, list_position(
    [
        'new_requests', 'carried_in', 'imbalance', 'closed', 'carried_out', 'disclosed',
        'partly_disclosed', 'withheld', 'unavailable', 'declined', 'other_handling', 'outcome_gap'
    ], flow
)

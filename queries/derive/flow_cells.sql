-- id: flow_cells
-- step: 1
-- why: The cells behind a flow of requests as number_cells reads them; of what the printed figures leave open, in minus out, or out minus in where more went out.
CREATE MACRO flow_cells(flow, is_reversed) AS CASE
    WHEN flow = 'imbalance' AND is_reversed
        THEN '3/closed_total/total+3/carried_out/total-3/new_requests/total-3/carried_in/total'
    WHEN flow = 'imbalance'
        THEN '3/new_requests/total+3/carried_in/total-3/closed_total/total-3/carried_out/total'
    WHEN flow = 'outcome_gap' AND is_reversed
        THEN concat(
            '3/disclosed/total+3/partly_disclosed/total+3/withheld*/total+3/unavailable*/total',
            '+3/declined*/total+3/other*/total-3/closed_total/total'
        )
    WHEN flow = 'outcome_gap'
        THEN concat(
            '3/closed_total/total-3/disclosed/total-3/partly_disclosed/total-3/withheld*/total',
            '-3/unavailable*/total-3/declined*/total-3/other*/total'
        )
    WHEN flow = 'closed' THEN '3/closed_total/total'
    WHEN flow IN ('withheld', 'unavailable', 'declined') THEN concat('3/', flow, '*/total')
    WHEN flow = 'other_handling' THEN '3/other*/total'
    ELSE concat('3/', flow, '/total')
END

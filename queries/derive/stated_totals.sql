-- id: stated_totals
-- step: 2
-- params: first, last
-- why: One row a report and figure stated in its narrative as a count. A lower bound (at_least) is no count; where two different totals are stated there is none (value NULL). is_approximate: no wording gives the count exactly. Some reports at a time, those whose ids lie between the parameters.
INSERT INTO stated_totals
SELECT
    report_id,
    figure,
    CASE WHEN count(DISTINCT value) = 1 THEN min(value) END AS value,
    bool_and(exactness = 'approximate') AS is_approximate
FROM stated_figures
WHERE exactness <> 'at_least' AND report_id BETWEEN $first AND $last
GROUP BY report_id, figure

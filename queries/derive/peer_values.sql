-- id: peer_values
-- step: 7
-- why: What every measure says of an agency (is_own) and of its peers in one year.
CREATE MACRO peer_values(of_agency, of_year) AS TABLE
WITH beside AS MATERIALIZED (
    SELECT agency_id FROM peers_of(of_agency)
    UNION ALL
    SELECT of_agency
)
SELECT
    metric_values.metric_id,
    metrics.position,
    metrics.unit,
    told.agency_id,
    told.report_id,
    told.year,
    told.agency_id = of_agency AS is_own,
    numerator,
    denominator,
    value,
    is_small
FROM metric_values
JOIN metrics ON metrics.metric_id = metric_values.metric_id
JOIN counted_reports AS told ON told.report_no = metric_values.report_no
JOIN beside ON beside.agency_id = told.agency_id
WHERE told.year = of_year

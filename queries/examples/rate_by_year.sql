-- id: rate_by_year
-- position: 1
-- title_zh: 公开率逐年：分子之和除以分母之和
-- title_en: Disclosure rate by year, from summed cases
-- why: Rates of many reports come from sums; an agency is left out where the report that contains it is there, as on the other pages.
SELECT
    measured.year,
    sum(measured.numerator) AS disclosed,
    sum(measured.denominator) AS closed,
    rate(sum(measured.numerator), sum(measured.denominator)) AS disclosure_rate
FROM dataset_measures AS measured
JOIN dataset_agencies AS agency ON agency.agency_id = measured.agency_id
ANTI JOIN dataset_reports AS whole
    ON whole.agency_id = agency.consolidated_into AND whole.year = measured.year
WHERE measured.metric_id = 'disclosure_rate'
GROUP BY measured.year
ORDER BY measured.year

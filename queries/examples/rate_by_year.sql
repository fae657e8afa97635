-- id: rate_by_year
-- position: 1
-- title_zh: 公开率逐年：分子之和除以分母之和
-- title_en: Disclosure rate by year, from summed cases
-- why: Rates of many reports come from sums; a consolidated agency is left out, as its report contains others.
SELECT
    measured.year,
    sum(measured.numerator) AS disclosed,
    sum(measured.denominator) AS closed,
    rate(sum(measured.numerator), sum(measured.denominator)) AS disclosure_rate
FROM dataset_measures AS measured
JOIN dataset_agencies AS agency ON agency.agency_id = measured.agency_id
WHERE measured.metric_id = 'disclosure_rate' AND NOT agency.is_consolidated
GROUP BY measured.year
ORDER BY measured.year

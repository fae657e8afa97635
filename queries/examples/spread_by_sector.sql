-- id: spread_by_sector
-- position: 3
-- title_zh: 公开率的分布：按领域看中位数与四分位
-- title_en: Spread of the disclosure rate by sector
-- why: A distribution instead of a mean; reports on few cases are left out.
SELECT
    agency.sector,
    count(*) AS reports,
    quantile_cont(measured.value, 0.25) AS lower_quartile,
    median(measured.value) AS median,
    quantile_cont(measured.value, 0.75) AS upper_quartile
FROM dataset_measures AS measured
JOIN dataset_agencies AS agency ON agency.agency_id = measured.agency_id
WHERE measured.metric_id = 'disclosure_rate'
    AND NOT measured.is_small
    AND agency.sector <> ''
GROUP BY agency.sector
ORDER BY median DESC

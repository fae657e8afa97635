-- id: natural_person_share
-- position: 13
-- title_zh: 自然人占比
-- title_en: Natural persons
-- unit: rate
-- formula: new_requests.natural_person / new_requests.total
-- above: 3/new_requests/natural_person
-- below: 3/new_requests/total
-- grain: one row a report for which it can be computed, superseded revisions included
-- params:
-- why: Who asks: people or organisations.
SELECT
    report_id,
    new_by_natural_person AS numerator,
    new_requests AS denominator
FROM report_metrics
WHERE numerator IS NOT NULL AND denominator IS NOT NULL

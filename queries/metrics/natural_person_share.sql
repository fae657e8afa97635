-- id: natural_person_share
-- position: 18
-- title_zh: 自然人占比
-- title_en: Natural persons
-- unit: rate
-- direction: neutral
-- formula: new_requests.natural_person / new_requests.total
-- numerator_zh: 自然人新收申请件数
-- numerator_en: requests newly received from natural persons
-- denominator_zh: 本年新收政府信息公开申请件数
-- denominator_en: requests newly received in the year
-- caveat_zh: 律师等代理人以个人名义提出的申请计为自然人。
-- caveat_en: Requests that lawyers and other agents make in their own name count as natural persons'.
-- above: 3/new_requests/natural_person
-- below: 3/new_requests/total
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Who asks: people or organisations.
SELECT
    report_id,
    new_by_natural_person AS numerator,
    new_requests AS denominator
FROM report_metrics

-- id: disclosure_rate_natural_person
-- position: 9
-- title_zh: 自然人申请公开率
-- title_en: Disclosure to natural persons
-- unit: rate
-- direction: higher
-- formula: (disclosed + partly_disclosed) / closed_total, natural_person
-- numerator_zh: 自然人申请中予以公开与部分公开件数之和
-- numerator_en: natural persons' requests disclosed in full or in part
-- denominator_zh: 自然人申请的办理结果总计件数
-- denominator_en: natural persons' requests closed in the year
-- caveat_zh: 统计表（2019年以前）不分申请人，故无此前数据。
-- caveat_en: The annex of the years before 2019 does not tell applicants apart, so there is nothing before.
-- above: 3/disclosed/natural_person + 3/partly_disclosed/natural_person
-- below: 3/closed_total/natural_person
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Whether people fare differently from organisations.
SELECT
    report_id,
    disclosed_to_people AS numerator,
    closed_for_people AS denominator
FROM report_metrics

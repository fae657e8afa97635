-- id: disclosure_rate_organisations
-- position: 10
-- title_zh: 法人或其他组织申请公开率
-- title_en: Disclosure to organisations
-- unit: rate
-- direction: higher
-- formula: (disclosed + partly_disclosed) / closed_total, the five kinds of organisation
-- numerator_zh: 法人或其他组织五类申请人申请中予以公开与部分公开件数之和
-- numerator_en: organisations' requests disclosed in full or in part, five kinds of applicant together
-- denominator_zh: 法人或其他组织五类申请人申请的办理结果总计件数
-- denominator_en: organisations' requests closed in the year
-- caveat_zh: 法人或其他组织的申请一般很少，多数机关不足30件，应看区间而非数值。
-- caveat_en: Organisations ask little: most agencies have fewer than 30 cases, so look at the interval rather than the value.
-- above: 3/disclosed/business + 3/disclosed/research + 3/disclosed/public_interest + 3/disclosed/legal_service + 3/disclosed/other_org + 3/partly_disclosed/business + 3/partly_disclosed/research + 3/partly_disclosed/public_interest + 3/partly_disclosed/legal_service + 3/partly_disclosed/other_org
-- below: 3/closed_total/business + 3/closed_total/research + 3/closed_total/public_interest + 3/closed_total/legal_service + 3/closed_total/other_org
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Whether organisations fare differently from people.
SELECT
    report_id,
    disclosed_to_organisations AS numerator,
    closed_for_organisations AS denominator
FROM report_metrics

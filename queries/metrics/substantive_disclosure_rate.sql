-- id: substantive_disclosure_rate
-- position: 8
-- title_zh: 实质公开率
-- title_en: Substantive disclosure rate
-- unit: rate
-- direction: higher
-- formula: (disclosed + partly_disclosed) / (disclosed + partly_disclosed + withheld)
-- numerator_zh: 予以公开与部分公开件数之和
-- numerator_en: requests disclosed in full or in part
-- denominator_zh: 予以公开、部分公开与不予公开件数之和
-- denominator_en: requests disclosed in full, in part, or withheld
-- caveat_zh: 只看涉及公开与否实质判断的申请；把申请归为“无法提供”或“不予处理”会抬高此率。
-- caveat_en: Only requests that turned on whether to disclose; calling a request unavailable or declined raises this rate.
-- above: 3/disclosed/total + 3/partly_disclosed/total
-- below: 3/disclosed/total + 3/partly_disclosed/total + 3/withheld*/total
-- break_years: 2019
-- alternatives: disclosure_rate, full_disclosure_rate
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Disclosure among requests that turned on whether to disclose, leaving aside what the agency does not hold or need not handle.
SELECT
    report_id,
    disclosed + partly_disclosed AS numerator,
    disclosed + partly_disclosed + withheld AS denominator
FROM report_metrics

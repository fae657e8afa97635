-- id: items_published
-- position: 34
-- title_zh: 主动公开信息条数
-- title_en: Items published
-- unit: items
-- direction: neutral
-- formula: stated in the narrative: items_published; before 2019 in the annex
-- numerator_zh: 年报正文所述本年主动公开政府信息条数（2019年以前取自统计表）
-- numerator_en: pieces of information published, as the narrative says (before 2019 the annex)
-- caveat_zh: 各机关自行统计，口径不一，只宜与本机关往年比较；正文未说的没有数值，不是0。
-- caveat_en: Each agency counts in its own way: compare it with its own past only. A report that does not say has no value, which is not zero.
-- break_years: 2019
-- grain: one row a report, superseded revisions included; a side that cannot be computed is NULL
-- params:
-- why: Volume of disclosure: pieces of information published in the year, as the narrative says or, before 2019, the annex. Exact and approximate figures count, a lower bound does not; a report that states two different totals has no value.
SELECT
    report_id,
    value AS numerator,
    NULL::DECIMAL(38, 15) AS denominator
FROM items_published

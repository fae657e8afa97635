-- id: t3-row-total
-- severity: E
-- title_zh: 表三行合计不符
-- title_en: Table 3: a row does not add up
-- message_zh: 总计填报 {found}，六类申请人相加为 {expected}
-- message_en: the total says {found}, the six kinds of applicant add up to {expected}
-- ask_zh: 请核对该行各类申请人数量与总计，以哪个为准
-- ask_en: Which is right, the applicants of this row or its total?
-- checks_zh: 表三每一行，六类申请人之和等于总计。空白按零计并注明；总计空白或申请人全部空白的不判断。
-- checks_en: In every row of table 3 the six applicants add up to the total. Blanks count as zero, which is said; a blank total, or a row of blank applicants, is not judged.
-- unit: count
-- grain: one row a row of table 3, judged at its total
-- params:
-- why: The six applicant columns sum to the total. A blank applicant cell counts as zero here; a blank total is not judged, nor a row whose applicants are all blank (applicants-empty).
SELECT
    report_id,
    '3' AS table_code,
    row_code,
    'total' AS column_code,
    max(value) FILTER (WHERE column_code = 'total') AS found,
    coalesce(sum(value) FILTER (WHERE column_code <> 'total'), 0) AS expected,
    sum_state(
        bool_and(status NOT IN ('absent', 'unreadable'))
            AND (found = 0 OR count(value) FILTER (WHERE column_code <> 'total') > 0),
        bool_or(value IS NULL AND column_code <> 'total'),
        found,
        expected
    ) AS state
FROM cells
WHERE table_code = '3'
GROUP BY report_id, row_code

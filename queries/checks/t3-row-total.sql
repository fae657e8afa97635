-- id: t3-row-total
-- severity: E
-- title_zh: 表三行合计不符
-- title_en: Table 3: a row does not add up
-- message_zh: 总计填报 {found}，六类申请人相加为 {expected}
-- message_en: the total says {found}, the six kinds of applicant add up to {expected}
-- unit: count
-- grain: one row a row of table 3, at its total
-- params:
-- why: The six applicant columns sum to the total. A blank applicant cell counts as zero here; a blank total is not judged.
WITH sums AS (
    SELECT
        report_id,
        row_code,
        max(value) FILTER (WHERE column_code = 'total') AS found,
        coalesce(sum(value) FILTER (WHERE column_code <> 'total'), 0) AS expected
    FROM cells
    WHERE table_code = '3'
    GROUP BY report_id, row_code
    HAVING bool_and(status NOT IN ('absent', 'unreadable'))
)
SELECT report_id, '3' AS table_code, row_code, 'total' AS column_code, found, expected
FROM sums
WHERE found <> expected

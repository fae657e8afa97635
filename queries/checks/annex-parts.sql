-- id: annex-parts
-- severity: W
-- title_zh: 统计表分项之和与总数不符
-- title_en: Annex: the parts do not add up
-- message_zh: 总数填报 {found}，所列各分项相加为 {expected}
-- message_en: the total says {found}, the parts listed add up to {expected}
-- ask_zh: 请核对各分项与总数
-- ask_en: Which is right, the parts or the total?
-- checks_zh: 2019年以前统计表中，申请方式、答复类别、不予公开理由、复议诉讼结果、人员等分项之和应等于总数。总数和分项有空白或无法辨认的不判断。
-- checks_en: Annex before 2019: ways of asking, answers, reasons, results and staff make up the total above them. Not judged where one of them is blank or unreadable.
-- unit: as the indicator
-- grain: one row a total of an annex and column, at the total
-- params:
-- why: Ways of asking, kinds of answer, reasons for refusing, results of reviews and lawsuits and staff make up the total above them. Judged where the total and a part are printed and none of them is blank or unreadable.
WITH parts AS (
    SELECT
        report_id,
        part_of AS row_code,
        column_code,
        sum(value) AS expected,
        bool_and(value IS NOT NULL) AS is_known
    FROM cells_on_form
    WHERE table_code = 'annex' AND part_of IS NOT NULL
    GROUP BY ALL
)
SELECT
    cells.report_id,
    cells.table_code,
    cells.row_code,
    cells.column_code,
    cells.value AS found,
    parts.expected,
    CASE
        WHEN NOT parts.is_known OR cells.value IS NULL THEN 'not-assessable'
        WHEN cells.value <> parts.expected THEN 'fail'
        ELSE 'pass'
    END AS state
FROM cells
JOIN parts
    ON parts.report_id = cells.report_id AND parts.row_code = cells.row_code
    AND parts.column_code = cells.column_code
WHERE cells.table_code = 'annex'

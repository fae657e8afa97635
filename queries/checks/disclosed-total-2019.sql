-- id: disclosed-total-2019
-- severity: W
-- title_zh: 新公开数量大于对外公开总数量
-- title_en: More newly disclosed than disclosed in total
-- message_zh: 本年新公开填报 {found}，不应大于对外公开总数量 {expected}
-- message_en: newly disclosed says {found} and cannot exceed the total disclosed, {expected}
-- ask_zh: 请核对新公开数量与对外公开总数量
-- ask_en: Please check both numbers of documents
-- checks_zh: 2019年格式：本年新公开数量包含在对外公开总数量之内，不应大于它。
-- checks_en: Form 2019: what was newly disclosed is among all that is disclosed.
-- unit: count
-- grain: one row a kind of document of form 2019, at newly_disclosed
-- params:
-- why: What was newly disclosed is among all that is disclosed; asked on form 2019 only.
SELECT
    new.report_id,
    new.table_code,
    new.row_code,
    new.column_code,
    new.value AS found,
    total.value AS expected,
    CASE
        WHEN new.value IS NULL OR total.value IS NULL THEN 'not-assessable'
        WHEN new.value > total.value THEN 'fail'
        ELSE 'pass'
    END AS state
FROM cells AS new
JOIN cells AS total
    ON total.report_id = new.report_id AND total.table_code = '2'
    AND total.row_code = new.row_code AND total.column_code = 'disclosed_total'
WHERE new.table_code = '2' AND new.column_code = 'newly_disclosed'

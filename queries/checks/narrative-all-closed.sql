-- id: narrative-all-closed
-- severity: E
-- title_zh: 正文称全部办结，表三有结转
-- title_en: The text says all requests were closed, table 3 carries some over
-- message_zh: 正文称申请全部办结，表三结转下年度 {expected}
-- message_en: the text says that all requests were closed, table 3 carries {expected} over
-- ask_zh: 请核对是否全部办结
-- ask_en: Were all requests closed?
-- checks_zh: 正文称申请“全部办结”，表三就不应有结转下年度。正文另外说明结转数的，不确定。
-- checks_en: A text that says all requests were closed leaves none to carry over. Uncertain where the text itself states some carried over.
-- unit: count
-- grain: one row a report that says so, at carried_out
-- params:
-- why: 全部办结 and a number carried over to next year cannot both be true. Where the text also states the number carried over, all may mean all that were closed.
SELECT
    said.report_id,
    '3' AS table_code,
    'carried_out' AS row_code,
    'total' AS column_code,
    NULL AS found,
    any_value(table_figures.value) AS expected,
    CASE
        WHEN expected IS NULL THEN 'not-assessable'
        WHEN expected = 0 THEN 'pass'
        WHEN any_value(told.report_id) IS NOT NULL THEN 'uncertain'
        ELSE 'fail'
    END AS state,
    arg_min(said.sentence, said.position) AS quote
FROM stated_figures AS said
JOIN table_figures
    ON table_figures.report_id = said.report_id AND table_figures.figure = 'carried_out'
LEFT JOIN stated_figures AS told
    ON told.report_id = said.report_id AND told.figure = 'carried_out' AND told.value > 0
WHERE said.figure = 'requests_open'
GROUP BY said.report_id

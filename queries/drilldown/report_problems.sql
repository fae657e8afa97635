-- id: report_problems
-- title_zh: 单份年报的读取疑点
-- title_en: Doubts in reading one report
-- unit: none
-- grain: one row a problem
-- params: report_id
-- why: Where the reading of this report deserves a look.
SELECT * FROM problems WHERE report_id = $report_id ORDER BY position

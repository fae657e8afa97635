-- id: report_evidence
-- title_zh: 单份年报的身份依据
-- title_en: Why this report is taken for what it is
-- unit: none
-- grain: one row a claim
-- params: report_id
-- why: Agency, year, form, date and address with the place each was read.
SELECT * FROM evidence WHERE report_id = $report_id ORDER BY position

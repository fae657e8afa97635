-- id: revision_measures
-- title_zh: 修订改变的指标
-- title_en: Measures that a revision changed
-- unit: as the measure; change in percent for counts and amounts, in percentage points for rates
-- grain: one row a measure
-- params: report_id
-- why: What a revision does to the figures that are compared, with what each rests on before and after.
SELECT *
FROM changed_measures
WHERE report_id = $report_id
ORDER BY position

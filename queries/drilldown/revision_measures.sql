-- id: revision_measures
-- title_zh: 修订改变的指标
-- title_en: Measures that a revision changed
-- unit: as the measure; change in percent for counts and amounts, in percentage points for rates
-- grain: one row a measure
-- params: report_id
-- why: What a revision does to the figures that are compared, with what each rests on before and after.
SELECT
    changed.*,
    CASE WHEN changed.last_numerator IS NOT NULL
        THEN number_of(changed.metric_id, steps.year, 'report:' || steps.last_id) END AS number_before,
    CASE WHEN changed.numerator IS NOT NULL
        THEN number_of(changed.metric_id, steps.year, 'report:' || steps.report_id) END AS number_after
FROM changed_measures AS changed
JOIN revision_steps AS steps ON steps.report_id = changed.report_id
WHERE changed.report_id = $report_id
ORDER BY changed.position

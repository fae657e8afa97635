-- id: dataset_stated_figures
-- title_zh: 正文数字
-- title_en: Figures stated in the text
-- unit: as stated
-- grain: one row a total stated in the narrative of a report
-- params: is_demo, region, kinds, agencies, year_from, year_to
-- why: The totals that the text of a report states, each with its sentence.
SELECT stated_figures.*
FROM stated_figures
SEMI JOIN chosen_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to) AS chosen
    ON chosen.report_id = stated_figures.report_id

-- id: narrative-growth
-- severity: W
-- title_zh: 正文所述增减幅与两年年报不符
-- title_en: The text's rate of change does not follow from the two reports
-- message_zh: 正文称变化 {found}%，按两年年报计算为 {expected}%
-- message_en: the text says {found} %, the two reports make {expected} %
-- ask_zh: 请核对增减幅及比较基数
-- ask_en: Which numbers were compared?
-- checks_zh: 正文在数字之后所述的增减幅，应与两年年报的数字一致，按所写小数位判断。缺上年数字的不判断。
-- checks_en: A growth rate stated after a figure follows from this and last year's report, to the decimals printed. Not judged without last year's figure.
-- unit: percent
-- grain: one row a rate of change stated beside its figure
-- params:
-- why: A growth rate stated right after a figure is that figure against last year's report, to the decimals printed. A rounded one that is off is uncertain; without last year's figure nothing can be said.
WITH amounts AS (
    SELECT reports.agency_id, reports.year, figure, value
    FROM table_figures
    JOIN reports ON reports.report_id = table_figures.report_id AND reports.is_current
    UNION ALL
    SELECT reports.agency_id, reports.year, 'items_published' AS figure, value
    FROM items_published
    JOIN reports ON reports.report_id = items_published.report_id AND reports.is_current
    WHERE NOT is_approximate
), stated AS (
    SELECT
        reports.report_id,
        reports.agency_id,
        reports.year,
        replace(figure, 'growth_', '') AS figure,
        section_code,
        stated_figures.position,
        value,
        exactness,
        sentence,
        0.5001 / 10 ** length(regexp_extract(raw, '\d\.(\d+)', 1)) AS tolerance
    FROM stated_figures
    JOIN reports ON reports.report_id = stated_figures.report_id AND reports.is_current
    WHERE starts_with(figure, 'growth_') AND reports.form IN ('2019', '2021')
)
SELECT
    stated.report_id,
    '' AS table_code,
    stated.section_code AS row_code,
    '' AS column_code,
    stated.value AS found,
    round(100 * (this.value - last.value)::DOUBLE / nullif(last.value, 0)::DOUBLE, 4) AS expected,
    CASE
        WHEN expected IS NULL THEN 'not-assessable'
        WHEN abs(expected - found) <= tolerance THEN 'pass'
        WHEN exactness = 'at_least' AND abs(expected) >= abs(found) AND sign(expected) = sign(found) THEN 'pass'
        WHEN exactness = 'exact' THEN 'fail'
        WHEN abs(expected - found) <= 10 * tolerance THEN 'pass'
        ELSE 'uncertain'
    END AS state,
    stated.sentence AS quote
FROM stated
LEFT JOIN amounts AS this
    ON this.agency_id = stated.agency_id AND this.year = stated.year AND this.figure = stated.figure
LEFT JOIN amounts AS last
    ON last.agency_id = stated.agency_id AND last.year = stated.year - 1 AND last.figure = stated.figure
QUALIFY row_number() OVER (PARTITION BY stated.report_id, stated.section_code, stated.sentence
    ORDER BY list_position(['fail', 'uncertain', 'not-assessable', 'pass'], state), stated.position) = 1

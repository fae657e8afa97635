-- id: supervision-unstated
-- severity: W
-- title_zh: 未说明工作考核、社会评议和责任追究
-- title_en: Appraisal, public evaluation and accountability are not all told
-- message_zh: 三项内容只提到 {found} 项
-- message_en: of the three, {found} are told
-- ask_zh: 请补充工作考核、社会评议和责任追究结果情况
-- ask_en: Please tell the results of appraisal, public evaluation and accountability
-- checks_zh: 本级政府的年报还应说明工作考核、社会评议和责任追究三项情况（《条例》第五十条）。
-- checks_en: A government's report also tells the results of appraisal, public evaluation and accountability (art. 50 of the Regulation).
-- unit: count
-- grain: one row a government’s report
-- params:
-- why: A government's report also tells the results of 工作考核, 社会评议 and 责任追究 (art. 50), in section one or five.
WITH told AS (
    SELECT
        reports.report_id,
        bool_or(body LIKE '%考核%' OR body LIKE '%考评%') AS appraisal,
        bool_or(body LIKE '%评议%' OR body LIKE '%满意度%') AS evaluation,
        bool_or(
            body LIKE '%责任追究%' OR body LIKE '%追究责任%' OR body LIKE '%追责%' OR body LIKE '%问责%'
            OR body LIKE '%责任事件%'
        ) AS accountability,
        coalesce(bool_or(length(body) > 0), FALSE) AS has_prose
    FROM reports
    JOIN agencies ON agencies.agency_id = reports.agency_id AND agencies.kind = 'government'
    LEFT JOIN sections
        ON sections.report_id = reports.report_id
        AND sections.section_code IN ('overview', 'problems')
    WHERE reports.form IN ('2019', '2021')
    GROUP BY reports.report_id
)
SELECT
    report_id,
    '' AS table_code,
    'overview' AS row_code,
    '' AS column_code,
    CASE WHEN has_prose THEN appraisal::INT + evaluation::INT + accountability::INT END AS found,
    3 AS expected,
    CASE
        WHEN NOT has_prose THEN 'not-assessable'
        WHEN appraisal AND evaluation AND accountability THEN 'pass'
        ELSE 'fail'
    END AS state
FROM told

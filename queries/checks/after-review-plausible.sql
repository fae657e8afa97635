-- id: after-review-plausible
-- severity: W
-- title_zh: 复议后起诉多于行政复议
-- title_en: More lawsuits after review than reviews
-- message_zh: 复议后起诉填报 {found}，本年和上年行政复议合计为 {expected}
-- message_en: lawsuits after review: {found}; reviews of this and last year together: {expected}
-- ask_zh: 请核对复议后起诉和行政复议数量
-- ask_en: Please check reviews and lawsuits after review
-- checks_zh: 复议后起诉的案件此前必经复议：复议后起诉不应多于本年与上年行政复议之和。缺上年年报而本年复议不足的，无法判断。
-- checks_en: A lawsuit after review had a review before, this year or last: there cannot be more of them than reviews of both years together. Not judged where this year's reviews do not suffice and last year's report is not held.
-- unit: count
-- grain: one row a report, at the total of lawsuits after review
-- params:
-- why: A lawsuit after review had a review before, this year or last. Where there are more than this year's reviews, last year's report decides; without it nothing can be said. Where total and results of the reviews differ, the greater counts.
WITH cases AS (
    SELECT
        reports.agency_id,
        reports.year,
        reports.report_id,
        reports.is_current,
        greatest(
            max(value) FILTER (WHERE row_code = 'review' AND column_code = 'total'),
            sum(value) FILTER (WHERE row_code = 'review' AND column_code <> 'total')
        ) AS reviews,
        max(value) FILTER (WHERE row_code = 'litigation_after_review' AND column_code = 'total') AS lawsuits
    FROM cell_values
    JOIN reports ON reports.report_id = cell_values.report_id AND reports.year IS NOT NULL
    WHERE table_code = '4'
    GROUP BY ALL
)
SELECT
    this.report_id,
    '4' AS table_code,
    'litigation_after_review' AS row_code,
    'total' AS column_code,
    this.lawsuits AS found,
    this.reviews + coalesce(last.reviews, 0) AS expected,
    CASE
        WHEN this.lawsuits IS NULL OR this.reviews IS NULL THEN 'not-assessable'
        WHEN this.lawsuits <= this.reviews + coalesce(last.reviews, 0) THEN 'pass'
        WHEN last.reviews IS NULL THEN 'not-assessable'
        ELSE 'fail'
    END AS state
FROM cases AS this
LEFT JOIN cases AS last
    ON last.agency_id = this.agency_id AND last.year = this.year - 1 AND last.is_current

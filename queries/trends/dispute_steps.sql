-- id: dispute_steps
-- title_zh: 复议诉讼的逐级去向
-- title_en: Reviews and lawsuits step by step
-- unit: count; share of cases decided
-- grain: one row a year and path: reviews, then lawsuits filed directly, then those after a review
-- params: is_demo, region, kinds, agencies, year_from, year_to, basis
-- why: How many cases of each path were filed, decided and corrected the agency. Pending cases are not decided; a path without decided cases has no share. Only reports that tell filed, pending and corrected cases of the path are counted in decided and corrected; where others tell a part of it the sums are not those of the cells and have no address.
WITH told AS MATERIALIZED (
    SELECT
        chosen.year,
        reviews,
        review_pending,
        review_corrected,
        direct_lawsuits,
        direct_pending,
        direct_corrected,
        after_review_lawsuits,
        after_review_pending,
        after_review_corrected
    FROM current_metrics
    JOIN summable_reports($is_demo, $region, $kinds, $agencies, $year_from, $year_to, $basis) AS chosen
        ON chosen.report_no = current_metrics.report_no
    WHERE chosen.form <> 'legacy'
), filed_cases AS (
    SELECT year, 'review' AS row_code, reviews AS filed, review_pending AS pending, review_corrected AS corrected
    FROM told
    UNION ALL
    SELECT year, 'litigation_direct', direct_lawsuits, direct_pending, direct_corrected
    FROM told
    UNION ALL
    SELECT year, 'litigation_after_review', after_review_lawsuits, after_review_pending, after_review_corrected
    FROM told
), paths AS (
    SELECT
        *,
        filed - pending AS decided,
        (filed IS NULL)::INTEGER + (pending IS NULL)::INTEGER + (corrected IS NULL)::INTEGER IN (0, 3)
            AS is_all_or_none
    FROM filed_cases
), summed AS (
    SELECT
        year,
        row_code,
        count(filed) AS reports,
        sum(filed) AS filed,
        sum(decided) FILTER (corrected IS NOT NULL) AS decided,
        sum(corrected) FILTER (decided IS NOT NULL) AS corrected_cases,
        bool_and(is_all_or_none) AS is_traceable
    FROM paths
    GROUP BY year, row_code
)
SELECT
    year,
    row_code,
    reports,
    filed,
    decided,
    corrected_cases,
    rate(corrected_cases, decided) AS share,
    wilson_low(corrected_cases, decided) AS low,
    wilson_high(corrected_cases, decided) AS high,
    coalesce(decided < 30, FALSE) AS is_small,
    number_of(concat('4/', row_code, '/total'), year, '') AS number_filed,
    CASE WHEN is_traceable
        THEN number_of(concat('4/', row_code, '/total-4/', row_code, '/pending'), year, '')
    END AS number_decided,
    CASE WHEN is_traceable
        THEN number_of(concat('4/', row_code, '/corrected'), year, '')
    END AS number_corrected_cases,
    CASE
        WHEN row_code = 'review' THEN number_of('review_corrected_rate', year, '')
        WHEN is_traceable THEN number_of(
            concat('4/', row_code, '/corrected:4/', row_code, '/total-4/', row_code, '/pending'), year, ''
        )
    END AS number_share
FROM summed
WHERE filed IS NOT NULL
ORDER BY year, list_position(['review', 'litigation_direct', 'litigation_after_review'], row_code)

-- id: rule_results
-- params: rule
-- why: What a check says of each report on the whole: the worst of what it says of its places.
INSERT INTO rule_results BY NAME
WITH told AS (
    SELECT
        report_id,
        CASE
            WHEN bool_or(state = 'fail') THEN 'fail'
            WHEN bool_or(state = 'uncertain') THEN 'uncertain'
            WHEN bool_or(state = 'not-assessable') THEN 'not-assessable'
            WHEN bool_or(state = 'pass-if-blank-is-zero') THEN 'pass-if-blank-is-zero'
            ELSE 'pass'
        END AS state,
        count(*) AS places,
        count(*) FILTER (WHERE state = 'fail') AS failed,
        count(*) FILTER (WHERE state = 'not-assessable') AS not_assessable
    FROM judged
    GROUP BY report_id
)
SELECT $rule AS rule, counted_reports.report_no, told.*
FROM told
LEFT JOIN counted_reports ON counted_reports.report_id = told.report_id
ORDER BY counted_reports.report_no

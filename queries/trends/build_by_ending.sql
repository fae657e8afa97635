-- id: build_by_ending
-- title_zh: 各类文件的读取情况
-- title_en: Files read, by kind
-- why: What became of the files of a build, by the ending of their names: reports held, those among them with something unsettled, and files refused.
-- unit: count
-- grain: ending
-- params:
WITH files AS (
    SELECT
        lower(regexp_extract(path, '\.([A-Za-z0-9]+)$', 1)) AS ending,
        1 AS reports,
        (SELECT count(*) FROM problems WHERE problems.report_id = reports.report_id) > 0 AS is_doubtful,
        0 AS refused
    FROM reports
    UNION ALL
    SELECT lower(regexp_extract(path, '\.([A-Za-z0-9]+)$', 1)), 0, false, 1
    FROM refusals
)
SELECT
    ending,
    sum(reports)::BIGINT AS reports,
    count(*) FILTER (WHERE is_doubtful) AS doubtful,
    sum(refused)::BIGINT AS refused
FROM files
GROUP BY ending
ORDER BY ending

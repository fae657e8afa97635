-- id: findings
-- params: rule
-- why: What a check objects to becomes findings, known again in every build by agency, year, rule and place.
INSERT INTO findings BY NAME
SELECT
    left(sha256(concat_ws(
        '|', coalesce(reports.agency_id, reports.path), reports.year, $rule,
        judged.table_code, judged.row_code, judged.column_code, judged.quote
    )), 16) AS finding_id,
    left(sha256(concat_ws('|', coalesce(judged.found::VARCHAR, ''), coalesce(judged.expected::VARCHAR, ''), cells.raw)), 16) AS values_hash,
    $rule AS rule,
    judged.report_id,
    counted_reports.report_no,
    judged.table_code,
    judged.row_code,
    judged.column_code,
    judged.found,
    judged.expected,
    coalesce(judged.quote, '') AS quote
FROM judged
JOIN reports ON reports.report_id = judged.report_id
LEFT JOIN counted_reports ON counted_reports.report_id = judged.report_id
LEFT JOIN cells
    ON cells.report_id = judged.report_id AND cells.table_code = judged.table_code
    AND cells.row_code = judged.row_code AND cells.column_code = judged.column_code
WHERE judged.state = 'fail'

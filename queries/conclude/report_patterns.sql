-- id: report_patterns
-- step: 1
-- why: Which reports have the same results of all rules: most share one of few patterns, so that results are counted by pattern and not report by report (conclude/result_patterns.sql). Rule and state are hashed as one text: hashes of two columns combine so that results exchanged between rules cancel out.
CREATE TABLE report_patterns AS
SELECT report_no, report_id, bit_xor(hash(concat(rule, '=', state))) AS pattern
FROM rule_results
GROUP BY report_no, report_id
ORDER BY report_no, report_id

-- id: text_pairs
-- step: 8
-- why: Pairs of reports of which one has at least three tenths of its counted text in common with the other: two agencies in one year, or two years of one agency. One row a direction and section: what of the report's counted text stands word for word in the other one, numbers and names aside. Reports with too little text are left out (derive/is_enough_text.sql).
CREATE TABLE text_pairs AS
WITH counted AS (
    SELECT reports.rowid AS report_no, reports.report_id, sum(text_sizes.counted_letters) AS letters
    FROM text_sizes
    JOIN reports ON reports.report_id = text_sizes.report_id
    GROUP BY ALL
    HAVING is_enough_text(sum(text_sizes.counted_letters))
), rates AS (
    SELECT report_no, other_no, sum(text_hits.letters) / any_value(counted.letters) AS share
    FROM text_hits
    JOIN counted USING (report_no)
    GROUP BY report_no, other_no
), near AS (
    SELECT report_no, other_no FROM rates WHERE share >= 0.3
    UNION
    SELECT other_no, report_no FROM rates WHERE share >= 0.3
)
SELECT
    this.report_id,
    other.report_id AS other_id,
    text_hits.section_code,
    text_hits.clauses AS shared_clauses,
    text_hits.letters AS shared_letters
FROM text_hits
JOIN near USING (report_no, other_no)
JOIN counted AS this ON this.report_no = text_hits.report_no
JOIN counted AS other ON other.report_no = text_hits.other_no
ORDER BY this.report_id, other.report_id, text_hits.section_code

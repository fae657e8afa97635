-- id: text_shares
-- step: 9
-- why: How much of a report's counted text stands word for word in another report, by characters: the pairs of text_pairs added up over the sections.
CREATE TABLE text_shares AS
WITH sizes AS (
    SELECT
        report_id,
        sum(counted_clauses)::INTEGER AS counted_clauses,
        sum(counted_letters)::INTEGER AS counted_letters
    FROM text_sizes
    GROUP BY report_id
)
SELECT
    text_pairs.report_id,
    text_pairs.other_id,
    sum(shared_clauses)::INTEGER AS shared_clauses,
    sum(shared_letters)::INTEGER AS shared_letters,
    any_value(sizes.counted_clauses) AS counted_clauses,
    any_value(sizes.counted_letters) AS counted_letters,
    rate(sum(shared_letters), any_value(sizes.counted_letters)) AS share
FROM text_pairs
JOIN sizes ON sizes.report_id = text_pairs.report_id
GROUP BY text_pairs.report_id, text_pairs.other_id

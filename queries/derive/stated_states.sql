-- id: stated_states
-- step: 4
-- why: What is stated in words of these figures against the tables, at their totals. Two statements that contradict each other, and a rounded one too far off, are uncertain. Said to be none (of_none) is judged by itself, apart from numbers.
CREATE MACRO stated_states(of_figures, of_none) AS TABLE
WITH stated AS (
    SELECT
        report_id,
        figure,
        count(DISTINCT value) FILTER (exactness <> 'at_least') > 1 AS is_contradicted,
        bool_or((exactness = 'none') = of_none) AS is_asked,
        arg_min({'value': value, 'exactness': exactness, 'sentence': sentence}, (
            (exactness = 'none') <> of_none,
            list_position(['none', 'exact', 'approximate', 'at_least'], exactness),
            position
        )) AS said
    FROM stated_figures
    WHERE list_contains(of_figures, figure)
    GROUP BY report_id, figure
)
SELECT
    stated.report_id,
    table_figures.table_code,
    table_figures.row_code,
    'total' AS column_code,
    said.value AS found,
    table_figures.value AS expected,
    CASE
        WHEN expected IS NULL THEN 'not-assessable'
        WHEN is_contradicted THEN 'uncertain'
        WHEN said.exactness = 'at_least' AND expected >= found THEN 'pass'
        WHEN said.exactness = 'approximate' AND abs(found - expected) < roughness(found) THEN 'pass'
        WHEN said.exactness = 'approximate' THEN 'uncertain'
        WHEN found = expected THEN 'pass'
        WHEN said.exactness = 'exact' AND found = other_reading THEN 'uncertain'
        ELSE 'fail'
    END AS state,
    said.sentence AS quote
FROM stated
JOIN table_figures
    ON table_figures.report_id = stated.report_id AND table_figures.figure = stated.figure
WHERE is_asked

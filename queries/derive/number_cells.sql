-- id: number_cells
-- step: 2
-- why: The cells that make up a number, those above and those below the line. A number is a measure by its id, or cells in the notation of the headers of queries/metrics, the two sides parted by a colon: 3/disclosed/total+3/partly_disclosed/total:3/closed_total/total.
CREATE MACRO number_cells(of_number) AS TABLE
WITH sides AS (
    SELECT 'above' AS side, split_part(of_number, ':', 1) AS terms
    UNION ALL
    SELECT 'below' AS side, split_part(of_number, ':', 2) AS terms
), pieces AS (
    SELECT side, unnest(regexp_extract_all(terms, '[+-]?\w+/[\w*]+/\w+')) AS piece
    FROM sides
)
SELECT
    side,
    CASE WHEN starts_with(piece, '-') THEN -1 ELSE 1 END AS sign,
    ltrim(split_part(piece, '/', 1), '+-') AS table_code,
    split_part(piece, '/', 2) AS row_pattern,
    split_part(piece, '/', 3) AS column_code
FROM pieces
UNION ALL
SELECT side, sign, table_code, row_pattern, column_code
FROM metric_cells
WHERE metric_id = of_number

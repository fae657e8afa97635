-- id: number_terms
-- title_zh: 一个数字由哪些单元格得出
-- title_en: The cells behind a number
-- unit: as the cell
-- grain: one row a cell of the report that enters the number, those above the line first
-- params: report_id, number
-- why: Every number can be followed to the cells it came from: with its sign, its value, what is printed and where. A blank total that was taken as the sum of its applicants says so; of an annex, the rows that stand for the later quantity.
WITH meant AS (
    SELECT
        terms.side,
        terms.sign,
        comparable.table_code,
        comparable.row_code,
        comparable.column_code
    FROM number_cells($number) AS terms
    JOIN (
        SELECT DISTINCT table_code, row_code, column_code
        FROM comparable_values
        WHERE report_id = $report_id
    ) AS comparable
        ON comparable.table_code = terms.table_code
        AND comparable.row_code GLOB terms.row_pattern
        AND comparable.column_code = terms.column_code
), printed AS (
    SELECT
        meant.side,
        meant.sign,
        'annex' AS table_code,
        annex_meanings.annex_row AS row_code,
        'year' AS column_code
    FROM meant
    JOIN annex_meanings
        ON annex_meanings.table_code = meant.table_code AND annex_meanings.row_code = meant.row_code
        AND annex_meanings.column_code = meant.column_code
    UNION ALL
    SELECT side, sign, table_code, row_code, column_code FROM meant
    UNION ALL
    SELECT 'above' AS side, 1 AS sign, table_code, row_code, column_code
    FROM cell_values
    WHERE $number = 'items_published' AND report_id = $report_id AND table_code = 'annex'
        AND row_code IN ('items_published', 'documents_published') AND column_code = 'year'
        AND value IS NOT NULL
    QUALIFY row_number() OVER (ORDER BY row_code DESC) = 1
)
SELECT
    printed.side,
    printed.sign,
    cells.table_code,
    cells.row_code,
    cells.column_code,
    cell_values.value,
    cell_values.is_derived,
    cells.value AS printed_value,
    cells.status,
    cells.raw,
    cells.unit,
    cells.locator
FROM printed
JOIN cells
    ON cells.report_id = $report_id AND cells.table_code = printed.table_code
    AND cells.row_code = printed.row_code AND cells.column_code = printed.column_code
JOIN cell_values
    ON cell_values.report_id = cells.report_id AND cell_values.table_code = cells.table_code
    AND cell_values.row_code = cells.row_code AND cell_values.column_code = cells.column_code
WHERE cells.status <> 'absent'
    AND NOT (cells.row_code = 'requests_closed' AND EXISTS (
        SELECT 1 FROM cells AS answers
        WHERE answers.report_id = $report_id AND answers.table_code = 'annex' AND answers.row_code = 'answers'
    ))
ORDER BY printed.side, printed.sign DESC, cells.table_code, cells.row_code, cells.column_code

-- id: cell_values
-- step: 1
-- why: The cells as they enter sums. A blank printed total takes the sum of its applicant cells and says so (is_derived); amounts are in 万元.
CREATE TABLE cell_values AS
WITH unprinted AS (
    SELECT report_id, row_code
    FROM cells
    WHERE table_code = '3' AND column_code = 'total' AND status IN ('blank', 'dash', 'words')
), applicant_sums AS (
    SELECT report_id, row_code, sum(value) AS applicants
    FROM cells
    SEMI JOIN unprinted
        ON unprinted.report_id = cells.report_id AND unprinted.row_code = cells.row_code
    WHERE table_code = '3' AND column_code <> 'total'
    GROUP BY report_id, row_code
), marked AS (
    SELECT
        cells.*,
        applicants,
        cells.table_code = '3' AND cells.column_code = 'total'
            AND cells.status IN ('blank', 'dash', 'words')
            AND applicants IS NOT NULL AS is_derived
    FROM cells
    LEFT JOIN applicant_sums
        ON applicant_sums.report_id = cells.report_id AND applicant_sums.row_code = cells.row_code
)
SELECT
    report_id,
    table_code,
    row_code,
    column_code,
    CASE
        WHEN is_derived THEN applicants
        WHEN unit = '元' THEN value * 0.0001::DECIMAL(5, 4)
        WHEN unit = '亿元' THEN value * 10000
        ELSE value
    END::DECIMAL(38, 15) AS value,
    status,
    is_derived
FROM marked

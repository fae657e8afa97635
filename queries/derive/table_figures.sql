-- id: table_figures
-- step: 2
-- params: first, last
-- why: What the tables print for each figure that a narrative may state, on the uniform forms. value is NULL where a cell it needs is absent or unreadable; other_reading is what the text may mean as well: received requests with those carried in. Some reports at a time, those whose ids lie between the parameters.
INSERT INTO table_figures
WITH printed AS (
    SELECT
        report_id,
        table_code,
        CASE
            WHEN table_code = '4' AND row_code = 'review' THEN 'reviews'
            WHEN table_code = '4' THEN 'lawsuits'
            WHEN row_code = 'new_requests' THEN 'requests_received'
            WHEN row_code = 'closed_total' THEN 'requests_closed'
            WHEN row_code IN ('carried_in', 'carried_out', 'disclosed', 'partly_disclosed') THEN row_code
            WHEN starts_with(row_code, 'other') THEN 'other_handling'
            ELSE split_part(row_code, '_', 1)
        END AS figure,
        row_code = 'other' AND status <> 'absent' AS is_stand_in,
        row_code,
        value,
        status
    FROM cell_values
    WHERE table_code IN ('3', '4') AND column_code = 'total' AND report_id BETWEEN $first AND $last
), summed AS (
    SELECT
        report_id,
        table_code,
        figure,
        CASE
            WHEN table_code = '4' AND figure = 'lawsuits' THEN 'litigation'
            WHEN count(*) = 1 AND figure <> 'other_handling' THEN any_value(row_code)
            ELSE figure
        END AS row_code,
        CASE
            WHEN bool_and(status <> 'unreadable')
                AND (bool_and(status <> 'absent') OR bool_or(is_stand_in)) THEN sum(value)
        END AS value
    FROM printed
    GROUP BY report_id, table_code, figure
)
SELECT
    summed.*,
    CASE WHEN figure = 'requests_received' THEN
        sum(value) FILTER (figure IN ('requests_received', 'carried_in')) OVER (PARTITION BY report_id)
    END AS other_reading
FROM summed

-- id: metric_values
-- why: One row a current report and measure that can be computed for it. A rate has a denominator, an amount or count has none. Those of superseded revisions stand apart in superseded_values, so that no sum can take them in.
CREATE TABLE metric_values (
    metric_id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    numerator DECIMAL(38, 15) NOT NULL,
    denominator DECIMAL(38, 15)
)

-- id: metric_values
-- why: One row a current report and measure that can be computed for it, with the values of the agency's report of the year before, NULL where that has none. A rate has a denominator, an amount or count has none. value, its Wilson interval from low to high, and is_small, a rate on fewer than 30 cases, follow from them; the interval is that of a rate. Those of superseded revisions stand apart in superseded_values, so that no sum can take them in. report_no as in derive/counted_reports.sql.
CREATE TABLE metric_values (
    metric_id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    report_no INTEGER NOT NULL,
    numerator DECIMAL(38, 15) NOT NULL,
    denominator DECIMAL(38, 15),
    value DOUBLE,
    low DOUBLE,
    high DOUBLE,
    is_small BOOLEAN NOT NULL,
    last_numerator DECIMAL(38, 15),
    last_denominator DECIMAL(38, 15)
)

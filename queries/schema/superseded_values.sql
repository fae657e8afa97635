-- id: superseded_values
-- why: The same as metric_values for revisions that another has taken the place of: only ever beside that one, to say what the revision changed.
CREATE TABLE superseded_values (
    metric_id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    numerator DECIMAL(38, 15) NOT NULL,
    denominator DECIMAL(38, 15)
)

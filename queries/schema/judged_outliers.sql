-- id: judged_outliers
-- why: How far out of line each value is, filled by conclude/judged_outliers.sql. peers and peer_z are NULL where too few peers can be judged too.
CREATE TABLE judged_outliers (
    report_id VARCHAR NOT NULL,
    report_no INTEGER NOT NULL,
    metric_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    numerator DECIMAL(38, 15),
    denominator DECIMAL(38, 15),
    value DOUBLE,
    last_numerator DECIMAL(38, 15),
    last_denominator DECIMAL(38, 15),
    last_value DOUBLE,
    usual_value DOUBLE,
    history BIGINT,
    z DOUBLE,
    peers BIGINT,
    peer_z DOUBLE,
    threshold DOUBLE,
    is_outlier BOOLEAN NOT NULL
)

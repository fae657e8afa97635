-- id: metrics
-- why: The measures of this build, from the headers of queries/metrics; break_years are the first years of another meaning, none when comparable throughout.
CREATE TABLE metrics (
    metric_id VARCHAR PRIMARY KEY,
    position INTEGER NOT NULL,
    title_zh VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,
    break_years INTEGER[] NOT NULL
)

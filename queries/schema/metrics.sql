-- id: metrics
-- why: The measures of this build: the dictionary, from the headers of queries/metrics. A rate has a denominator in words; direction says which way is better, higher, lower or neither; break_years are the first years of another meaning, none when comparable throughout.
CREATE TABLE metrics (
    metric_id VARCHAR PRIMARY KEY,
    position INTEGER NOT NULL,
    title_zh VARCHAR NOT NULL,
    title_en VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,
    numerator_zh VARCHAR NOT NULL,
    numerator_en VARCHAR NOT NULL,
    denominator_zh VARCHAR,
    denominator_en VARCHAR,
    caveat_zh VARCHAR NOT NULL,
    caveat_en VARCHAR NOT NULL,
    break_years INTEGER[] NOT NULL,
    statement VARCHAR NOT NULL
)

-- id: attention_lines
-- why: Levels of measures beyond which somebody wants to look (关注线), from attention.toml: who set it, where and when. side says which side of the line is looked at; is_demo whether it is for the fictional data or the real ones.
CREATE TABLE attention_lines (
    metric_id VARCHAR NOT NULL,
    is_demo BOOLEAN NOT NULL,
    side VARCHAR NOT NULL CHECK (side IN ('above', 'below')),
    value DECIMAL(38, 15) NOT NULL,
    source VARCHAR NOT NULL,
    stated_on DATE NOT NULL,
    PRIMARY KEY (metric_id, is_demo)
)

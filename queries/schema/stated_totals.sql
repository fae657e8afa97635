-- id: stated_totals
-- why: One row a report and figure that its narrative states as a count, filled by derive/stated_totals.sql. NULL where it contradicts itself.
CREATE TABLE stated_totals (
    report_id VARCHAR NOT NULL,
    figure VARCHAR NOT NULL,
    value DECIMAL(38, 15),
    is_approximate BOOLEAN
)

-- id: own_agency_lines
-- params:
-- why: What is known of these agencies. An agency outside that one of them is consolidated or merged into is not named.
INSERT INTO agencies BY NAME
SELECT * REPLACE (
    CASE WHEN consolidated_into IN (FROM own_agencies) THEN consolidated_into END AS consolidated_into,
    CASE WHEN merged_into IN (FROM own_agencies) THEN merged_into END AS merged_into
)
FROM held.agencies
WHERE agency_id IN (FROM own_agencies)

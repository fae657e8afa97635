-- id: prose
-- step: 2
-- why: How many Chinese characters each section of a report on a uniform form holds, and the whole report. Where the whole has none (headings only) nothing can be said of missing or short text.
CREATE TABLE prose AS
SELECT
    reports.report_id,
    reports.form,
    sections.section_code,
    sections.position,
    length(regexp_replace(sections.body, '[^\p{Han}]', '', 'g')) AS letters,
    coalesce(sum(letters) OVER (PARTITION BY reports.report_id), 0) AS letters_of_report
FROM reports
LEFT JOIN sections ON sections.report_id = reports.report_id
WHERE reports.form IN ('2019', '2021')

-- id: revision_steps
-- step: 1
-- why: Every revision of a report with the one it took the place of (last_id). All that is said of revisions compares these two.
CREATE VIEW revision_steps AS
SELECT
    this.report_id,
    last.report_id AS last_id,
    this.agency_id,
    this.year,
    this.revision,
    this.is_current,
    this.published_on,
    last.published_on AS last_published_on,
    this.form,
    last.form AS last_form,
    this.title,
    last.title AS last_title,
    coalesce(this.source_url, '') AS source_url,
    coalesce(last.source_url, '') AS last_source_url,
    this.path,
    last.path AS last_path
FROM reports AS this
JOIN reports AS last
    ON last.agency_id = this.agency_id AND last.year = this.year
    AND last.revision = this.revision - 1

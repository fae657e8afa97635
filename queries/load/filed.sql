-- id: filed
-- step: 1
-- why: Every reading that the build holds with the key of its report. The same bytes under two names are one report. Of several revisions the one imported last is current, else the one published last; what was replaced under its own name is kept as an earlier one.
CREATE TEMP TABLE filed AS
WITH distinct_files AS (
    SELECT read_heads.* EXCLUDE (position, path), placements.* EXCLUDE (key)
    FROM read_heads
    JOIN placements ON placements.key = read_heads.key
    QUALIFY row_number() OVER (PARTITION BY sha256 ORDER BY is_live DESC, precedence DESC, place) = 1
        AND row_number() OVER (PARTITION BY read_heads.key ORDER BY place) = 1
), kept AS (
    SELECT *
    FROM distinct_files
    WHERE is_live OR EXISTS (
        SELECT 1 FROM distinct_files AS live
        WHERE live.is_live AND live.owner = distinct_files.owner AND live.year = distinct_files.year
    )
), numbered AS (
    SELECT
        *,
        owner IS NOT NULL AND year IS NOT NULL AS is_placed,
        row_number() OVER (
            PARTITION BY owner, year
            ORDER BY is_live, CASE WHEN NOT is_live THEN read_at END, precedence, published_on NULLS FIRST, path
        ) AS place_in_line,
        count(*) OVER (PARTITION BY owner, year) AS revisions
    FROM kept
)
SELECT
    key,
    CASE
        WHEN NOT is_placed THEN 'unplaced-' || left(sha256, 12)
        WHEN place_in_line = 1 THEN owner || '-' || year
        ELSE owner || '-' || year || '-r' || place_in_line
    END AS report_id,
    owner,
    agency_name,
    year,
    CASE WHEN is_placed THEN place_in_line ELSE 1 END::INTEGER AS revision,
    is_placed AND place_in_line = revisions AS is_current,
    form,
    title,
    published_on,
    source_url,
    path,
    format,
    sha256
FROM numbered
ORDER BY report_id

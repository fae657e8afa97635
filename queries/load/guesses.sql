-- id: guesses
-- step: 4
-- why: What the registry leaves open of an agency is guessed from its name (name_rules), and guessed says which; what it says always stands. Only departments and other organisations have a sector. Where no rule fits, the kind is other and the level unknown, which is no guess.
UPDATE agencies
SET
    kind = told.kind,
    level = told.level,
    sector = told.sector,
    guessed = told.guessed
FROM (
    WITH incomplete AS (
        SELECT
            agency_id,
            name,
            regexp_replace(
                name, (SELECT string_agg(pattern, '|') FROM name_rules WHERE field = 'noise'), '', 'g'
            ) AS place
        FROM agencies
        WHERE kind = '' OR level = '' OR sector = ''
    ), said AS (
        SELECT agency_id, field, arg_min(value, position) AS value
        FROM incomplete
        JOIN name_rules
            ON regexp_matches(CASE WHEN field = 'level' THEN place ELSE name END, pattern)
        WHERE field <> 'noise'
        GROUP BY agency_id, field
    ), by_name AS (
        SELECT
            incomplete.agency_id,
            max(value) FILTER (WHERE field = 'kind') AS kind,
            max(value) FILTER (WHERE field = 'level') AS level,
            max(value) FILTER (WHERE field = 'sector') AS sector
        FROM incomplete
        LEFT JOIN said ON said.agency_id = incomplete.agency_id
        GROUP BY incomplete.agency_id
    )
    SELECT
        agencies.agency_id,
        coalesce(nullif(agencies.kind, ''), by_name.kind, 'other') AS kind,
        coalesce(nullif(agencies.level, ''), by_name.level, 'unknown') AS level,
        coalesce(
            nullif(agencies.sector, ''),
            CASE WHEN coalesce(nullif(agencies.kind, ''), by_name.kind) IN ('department', 'other') THEN
                by_name.sector
            END,
            ''
        ) AS sector,
        list_filter(['kind', 'level', 'sector'], lambda field: CASE field
            WHEN 'kind' THEN agencies.kind = '' AND by_name.kind IS NOT NULL
            WHEN 'level' THEN agencies.level = '' AND by_name.level IS NOT NULL
            ELSE agencies.sector = '' AND by_name.sector IS NOT NULL
                AND coalesce(nullif(agencies.kind, ''), by_name.kind) IN ('department', 'other')
        END) AS guessed
    FROM agencies
    JOIN by_name ON by_name.agency_id = agencies.agency_id
) AS told
WHERE told.agency_id = agencies.agency_id

-- id: harmless_functions
-- why: The functions that a reader's own statement may call: those that only compute from what they are given. What tells of the machine, waits, writes, runs text as SQL or is internal is left out.
SELECT DISTINCT lower(function_name) AS name
FROM duckdb_functions()
WHERE (internal OR function_name IN ('rate', 'wilson_low', 'wilson_high'))
    AND (
        function_type IN ('aggregate', 'window', 'macro')
        OR (function_type = 'scalar' AND stability = 'CONSISTENT')
    )
    AND NOT regexp_matches(
        function_name,
        '^(__|pg_|inet_|has_|st_|variant_|current_|session_|json_serialize|json_deserialize|json_copy|'
        || 'getvariable|user$|col_description|obj_description|shobj_description|format_pg|format_type|'
        || 'map_to_pg|generate_subscripts|get_block|parse_duckdb|hive_|index_key|cast_to_type|'
        || 'make_type|invoke$|remap_struct|replace_type|combine$|finalize$|to_aggregate_state|'
        || 'create_sort_key|write_log|stats$|error$|in_search_path|version$|assert_true|'
        || 'can_cast|from_json|json_transform)'
    )
UNION
SELECT unnest(['unnest', 'today', 'now', 'current_date', 'get_current_timestamp', 'random'])

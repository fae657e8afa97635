-- id: rules-without-power
-- severity: W
-- title_zh: 无权制定规章而填报规章
-- title_en: Government rules from an organ without the power to make them
-- message_zh: 填报规章 {found} 件，该类机关无权制定规章
-- message_en: it reports {found} government rules; an organ of its kind has no power to make them
-- ask_zh: 请核实是否将规范性文件填作规章
-- ask_en: Are these normative documents rather than government rules?
-- checks_zh: 规章由省、设区的市、自治州的政府制定；县级、乡镇和部门下属机关不应填报规章。政府办公室可能代填政府的规章；开发区不确定。
-- checks_en: Government rules are made by provinces, cities divided into districts and autonomous prefectures; a county, township or body below has none. A government's own office may count its government's; a zone is uncertain.
-- unit: count
-- grain: one row a report of an agency of known level, at the row of rules
-- params:
-- why: 规章 are made by the governments of provinces, cities divided into districts and autonomous prefectures (Legislation Law; State Council departments are not among the levels of the registry); a county, township or department below has none. Reports of a government's own office may count its government's; a zone is uncertain.
WITH held AS (
    SELECT
        cells.report_id,
        greatest(max(cells.value), 0) AS found,
        bool_and(cells.status IN ('absent', 'unreadable')) AS is_unknown,
        any_value(agencies.kind) AS kind,
        any_value(agencies.level) AS level,
        any_value(starts_with(agencies.sector, '政府办公')) AS is_office
    FROM cells
    JOIN reports ON reports.report_id = cells.report_id
    JOIN agencies ON agencies.agency_id = reports.agency_id
    WHERE cells.table_code = '2' AND cells.row_code = 'regulations'
        AND cells.column_code NOT IN ('repealed', 'unit')
    GROUP BY cells.report_id
)
SELECT
    report_id,
    '2' AS table_code,
    'regulations' AS row_code,
    '' AS column_code,
    found,
    CASE
        WHEN is_unknown THEN 'not-assessable'
        WHEN coalesce(found, 0) = 0 THEN 'pass'
        WHEN kind = 'government' AND level IN ('province', 'city') THEN 'pass'
        WHEN is_office AND level IN ('province', 'city') THEN 'pass'
        WHEN level = 'unknown' THEN 'not-assessable'
        WHEN kind IN ('zone', 'other') AND level <> 'township' THEN 'uncertain'
        ELSE 'fail'
    END AS state
FROM held

-- id: annex-within
-- severity: W
-- title_zh: 统计表“其中”项大于总数
-- title_en: Annex: a part exceeds the whole
-- message_zh: 填报 {found}，不应大于所属总数 {expected}
-- message_en: it says {found} and cannot exceed the whole it is part of, {expected}
-- ask_zh: 请核对该分项与所属总数
-- ask_en: Which is right, the part or the whole?
-- checks_zh: 2019年以前统计表中，“其中”各项均包含在所属总数内，不应大于总数。
-- checks_en: Annex before 2019: a part told under a whole is no greater than the whole.
-- unit: as the indicator
-- grain: one row a part of an annex and column, at the part
-- params:
-- why: What was disclosed in one way is among what was disclosed at all; the same information disclosed in several ways counts once.
SELECT
    part.report_id,
    part.table_code,
    part.row_code,
    part.column_code,
    part.value AS found,
    max(whole.value) AS expected,
    CASE
        WHEN part.value IS NULL OR max(whole.value) IS NULL THEN 'not-assessable'
        WHEN part.value > max(whole.value) THEN 'fail'
        ELSE 'pass'
    END AS state
FROM cells_on_form AS part
JOIN cells AS whole
    ON whole.report_id = part.report_id AND whole.table_code = part.table_code
    AND whole.column_code = part.column_code AND list_contains(part.within, whole.row_code)
WHERE part.table_code = 'annex'
GROUP BY part.report_id, part.table_code, part.row_code, part.column_code, part.value

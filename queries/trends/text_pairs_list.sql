-- id: text_pairs_list
-- title_zh: 文本雷同
-- title_en: Texts in common
-- unit: share of the counted characters
-- grain: one row a pair of reports, one of them of the year
-- params: is_demo, region, kinds, agencies, year
-- why: Whose text of a year is largely another agency's, or the agency's own of an earlier year: pairs with at least three tenths in common in one direction (derive/text_pairs.sql), the nearest first; is_near where it is so much that rule text-reuse objects to it.
WITH pairs AS (
    SELECT
        chosen.report_id,
        chosen.agency_id,
        chosen.year,
        other.report_id AS other_id,
        other.agency_id AS other_agency_id,
        other.year AS other_year,
        said.shared_clauses,
        said.counted_clauses,
        said.share,
        back.share AS other_share,
        greatest(said.share, back.share) AS nearness
    FROM chosen_reports($is_demo, $region, $kinds, $agencies, $year, $year) AS chosen
    JOIN text_shares AS said ON said.report_id = chosen.report_id
    JOIN text_shares AS back ON back.report_id = said.other_id AND back.other_id = said.report_id
    JOIN reports AS other ON other.report_id = said.other_id
    WHERE other.year <= chosen.year
)
SELECT *, is_near_text(nearness) AS is_near
FROM pairs
WHERE agency_id = other_agency_id
    OR report_id < other_id
    OR NOT EXISTS (
        SELECT 1 FROM pairs AS twin
        WHERE twin.report_id = pairs.other_id AND twin.other_id = pairs.report_id
    )
ORDER BY nearness DESC, report_id, other_id

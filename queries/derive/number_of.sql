-- id: number_of
-- step: 1
-- why: The address of a number, by which the evidence page finds it again: what it is (a measure, or cells as number_cells reads them), of which year or years (2024, 2019-2025), and whose: nothing for the selection on the page, else an agency's id, or form:, report:, kind:, sector: or region: with a code, where * stands for all groups.
CREATE MACRO number_of(what, of_years, whose) AS concat_ws('@', what, of_years, nullif(whose, ''))

-- id: sum_state
-- step: 3
-- why: What a rule says of two amounts that must be equal. Where a cell is absent or unreadable, or the total is blank, nothing can be said; blanks count as zero, and where that is needed it is said.
CREATE MACRO sum_state(is_known, has_blanks, found, expected) AS
CASE
    WHEN NOT is_known OR found IS NULL OR expected IS NULL THEN 'not-assessable'
    WHEN found <> expected THEN 'fail'
    WHEN has_blanks THEN 'pass-if-blank-is-zero'
    ELSE 'pass'
END

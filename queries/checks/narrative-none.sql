-- id: narrative-none
-- severity: E
-- title_zh: 正文称没有，表中却有
-- title_en: The text says there was none, the tables show some
-- message_zh: 正文称没有，表中为 {expected}
-- message_en: the text says there was none, the table says {expected}
-- ask_zh: 请核对正文与表格，以哪个为准
-- ask_en: Which is right, the text or the table?
-- checks_zh: 正文称没有收到申请或没有发生复议、诉讼的，表中应为零。
-- checks_en: Where the text says there was none the tables show zero.
-- unit: count
-- grain: one row a figure said to be none, at its total
-- params:
-- why: 没有收到申请, 未发生行政复议、行政诉讼 and the like leave no room for rounding: the tables must show zero.
SELECT *
FROM stated_states(
    ['requests_received', 'carried_in', 'carried_out', 'requests_closed', 'reviews', 'lawsuits'], TRUE
)

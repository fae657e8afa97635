-- id: narrative-outcomes
-- severity: W
-- title_zh: 正文所述办理结果与表三不符
-- title_en: The text says other outcomes than table 3
-- message_zh: 正文称 {found}，表三为 {expected}
-- message_en: the text says {found}, table 3 says {expected}
-- ask_zh: 请核对正文与表三的办理结果，以哪个为准
-- ask_en: Which is right, the text or table 3?
-- checks_zh: 正文所述办结数和各项办理结果，应与表三一致。
-- checks_en: Requests closed and their outcomes as the text states them are those of table 3.
-- unit: count
-- grain: one row a figure stated, at its row or group of table 3
-- params:
-- why: Requests closed and their outcomes as the text states them; see derive/stated_states.sql.
SELECT *
FROM stated_states(
    ['requests_closed', 'disclosed', 'partly_disclosed', 'withheld', 'unavailable', 'declined', 'other_handling'],
    FALSE
)

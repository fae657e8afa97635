-- id: is_last_moment
-- step: 3
-- why: Whether a report came at the last moment: on one of the last five days on which it was not yet late, the day it was due included.
CREATE MACRO is_last_moment(days_late) AS days_late BETWEEN -4 AND 0

-- id: whole_lines
-- step: 1
-- why: A text whose lines broken in the middle of a sentence are whole again: those that end with at least eighteen characters without the end of a sentence.
CREATE MACRO whole_lines(words) AS regexp_replace(words, '([^。！？；：!?;:\n]{18})\n', '\1', 'g')

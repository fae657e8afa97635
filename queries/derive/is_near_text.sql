-- id: is_near_text
-- step: 1
-- why: Whether so large a share of a text stands word for word in another that it is no text of its own: four fifths.
CREATE MACRO is_near_text(share) AS share >= 0.8

-- id: common_from
-- step: 1
-- why: How many agencies must use a clause so that it is common, of so many that have a text.
CREATE MACRO common_from(agencies) AS greatest(5, least(20, ceil(agencies / 5)))::INTEGER

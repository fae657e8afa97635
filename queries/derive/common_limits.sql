-- id: common_limits
-- step: 5
-- why: From how many agencies on a clause is common, in the real reports and in the fiction: by how many agencies have a text.
CREATE TABLE common_limits AS
SELECT is_demo, common_from(count(DISTINCT agency_key)) AS common_from
FROM text_clauses
GROUP BY is_demo

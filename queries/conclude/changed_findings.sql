-- id: changed_findings
-- step: 1
-- why: Findings that went or came with a revision, place by place. Only rules that judged both versions are compared: one that looks at the current reports alone (text reuse, late publication) judged no superseded one. A finding whose rule can no longer judge the report is gone but not settled. That the sentence quoted reads otherwise is no change.
CREATE TABLE changed_findings AS
WITH judged_both AS (
    SELECT
        steps.report_id,
        steps.last_id,
        this.rule,
        this.state
    FROM revision_steps AS steps
    JOIN rule_results AS last ON last.report_id = steps.last_id
    JOIN rule_results AS this ON this.report_id = steps.report_id AND this.rule = last.rule
), places AS (
    SELECT report_id, rule, table_code, row_code, column_code, max(found) AS found, max(expected) AS expected
    FROM findings
    GROUP BY report_id, rule, table_code, row_code, column_code
), gone AS (
    SELECT steps.report_id, judged_both.state, places.* EXCLUDE (report_id)
    FROM revision_steps AS steps
    JOIN places ON places.report_id = steps.last_id
    LEFT JOIN judged_both ON judged_both.report_id = steps.report_id AND judged_both.rule = places.rule
    ANTI JOIN places AS still
        ON still.report_id = steps.report_id AND still.rule = places.rule
        AND still.table_code = places.table_code AND still.row_code = places.row_code
        AND still.column_code = places.column_code
), fresh AS (
    SELECT places.*
    FROM places
    JOIN judged_both ON judged_both.report_id = places.report_id AND judged_both.rule = places.rule
    ANTI JOIN places AS before
        ON before.report_id = judged_both.last_id AND before.rule = places.rule
        AND before.table_code = places.table_code AND before.row_code = places.row_code
        AND before.column_code = places.column_code
)
SELECT
    CASE
        WHEN state IN ('pass', 'pass-if-blank-is-zero', 'fail') THEN 'settled'
        ELSE 'unjudged'
    END AS outcome,
    gone.* EXCLUDE (state)
FROM gone
UNION ALL BY NAME
SELECT 'new' AS outcome, fresh.*
FROM fresh

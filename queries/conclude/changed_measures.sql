-- id: changed_measures
-- step: 1
-- why: The measures that a revision changed, with what they rest on before and after. No change is given where one of the two cannot be computed, or where the two are on different forms and the measure breaks between forms.
CREATE TABLE changed_measures AS
WITH known AS (
    SELECT metric_id, report_id, numerator, denominator FROM metric_values
    UNION ALL
    SELECT metric_id, report_id, numerator, denominator FROM superseded_values
), old_values AS (
    SELECT steps.report_id AS revised_id, known.*
    FROM revision_steps AS steps
    JOIN known ON known.report_id = steps.last_id
), new_values AS (
    SELECT steps.report_id AS revised_id, known.*
    FROM revision_steps AS steps
    JOIN known ON known.report_id = steps.report_id
), pairs AS (
    SELECT
        coalesce(n.revised_id, o.revised_id) AS report_id,
        coalesce(n.metric_id, o.metric_id) AS metric_id,
        o.numerator AS last_numerator,
        o.denominator AS last_denominator,
        n.numerator,
        n.denominator
    FROM old_values AS o
    FULL JOIN new_values AS n ON n.revised_id = o.revised_id AND n.metric_id = o.metric_id
)
SELECT
    pairs.*,
    metrics.unit,
    metrics.position,
    value_of(metrics.unit, last_numerator, last_denominator) AS last_value,
    value_of(metrics.unit, numerator, denominator) AS value,
    CASE
        WHEN steps.form <> steps.last_form AND len(metrics.break_years) > 0 THEN NULL
        WHEN metrics.unit = 'rate' THEN 100 * (value - last_value)
        ELSE 100 * rate(numerator - last_numerator, last_numerator)
    END AS change
FROM pairs
JOIN metrics ON metrics.metric_id = pairs.metric_id
JOIN revision_steps AS steps ON steps.report_id = pairs.report_id
WHERE pairs.numerator IS DISTINCT FROM last_numerator
    OR pairs.denominator IS DISTINCT FROM last_denominator

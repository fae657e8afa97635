-- id: movement
-- title_zh: 变动归因：各机关
-- title_en: What moved the total, by agency
-- unit: percentage points for rates; the measure's own unit for counts and amounts
-- grain: one row an agency with the measure in either year
-- params: is_demo, region, kinds, agencies, basis, metric_id, base_year, year, most
-- why: Splits the change between two years among agencies so that the parts add up to it. Of agencies with both years a rate's change is split after Kitagawa (JASA 50, 1955): within = change of the agency's rate × its mean share of the cases, mix = change of that share × the distance of its mean rate from the mean rate of all. Without cases in one year there is no change of the rate, only of the share. Agencies with only one of the years (entered, left) take what they add to or take from the rate of the others. No rows across a break or where no agency has both years; of a rate, where those that have them had no cases in one of the years: then there is nothing to measure the others by. Of each part so many agencies as most says, the largest contributions first, NULL for all, and in any case those that rose and fell most (is_end); agencies counts all.
WITH pairs AS (
    SELECT *, coalesce(part = 'both' AND least(denominator, last_denominator) < 30, FALSE) AS is_small
    FROM paired_values($is_demo, $region, $kinds, $agencies, $basis, $metric_id, $base_year, $year)
), whole AS (
    SELECT
        sum(numerator) AS whole_numerator,
        sum(denominator) AS whole_denominator,
        sum(last_numerator) AS whole_last_numerator,
        sum(last_denominator) AS whole_last_denominator,
        sum(denominator) FILTER (WHERE part = 'both') AS cases,
        sum(last_denominator) FILTER (WHERE part = 'both') AS last_cases,
        rate(sum(numerator) FILTER (WHERE part = 'both'), cases) AS paired_rate,
        rate(sum(last_numerator) FILTER (WHERE part = 'both'), last_cases) AS last_paired_rate,
        value_of(any_value(unit), whole_numerator, whole_denominator) AS whole_value,
        value_of(any_value(unit), whole_last_numerator, whole_last_denominator) AS whole_last_value
    FROM pairs
    HAVING bool_or(part = 'both') AND (any_value(unit) <> 'rate' OR (cases > 0 AND last_cases > 0))
), weighed AS (
    SELECT
        *,
        rate(denominator, cases) AS weight,
        rate(last_denominator, last_cases) AS last_weight,
        coalesce(value, last_value, 0) AS rate_then,
        coalesce(last_value, value, 0) AS last_rate_then
    FROM pairs
    CROSS JOIN whole
), split AS (
    SELECT
        *,
        CASE
            WHEN unit = 'rate' THEN 100 * (whole_value - whole_last_value)
            ELSE coalesce(whole_value, 0) - coalesce(whole_last_value, 0)
        END AS change,
        CASE WHEN unit = 'rate' AND part = 'both' THEN
            100 * (rate_then - last_rate_then) * (weight + last_weight) / 2
        END AS within,
        CASE WHEN unit = 'rate' AND part = 'both' THEN
            100 * (weight - last_weight)
            * ((rate_then + last_rate_then) / 2 - (paired_rate + last_paired_rate) / 2)
        END AS mix,
        CASE
            WHEN unit <> 'rate' THEN coalesce(value, 0) - coalesce(last_value, 0)
            WHEN part = 'both' THEN within + mix
            WHEN part = 'entered' THEN
                100 * (numerator - paired_rate * denominator)::DOUBLE / whole_denominator::DOUBLE
            ELSE 100 * (last_paired_rate * last_denominator - last_numerator)::DOUBLE
                / whole_last_denominator::DOUBLE
        END AS contribution
    FROM weighed
), placed AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY part ORDER BY abs(contribution) DESC, agency_id) AS place
    FROM split
    WHERE contribution IS NOT NULL
), ends AS (
    SELECT max_by(agency_id, contribution) AS risen, min_by(agency_id, contribution) AS fallen
    FROM placed
    WHERE part = 'both'
), told AS (
    SELECT
        placed.*,
        agency_id IN (risen, fallen) AS is_end,
        sum(contribution) OVER (PARTITION BY part ORDER BY place DESC) AS contribution_from_here,
        sum(contribution) OVER (PARTITION BY part) AS part_contribution,
        count(*) OVER (PARTITION BY part) AS part_agencies,
        sum(within) OVER () AS all_within,
        sum(mix) OVER () AS all_mix,
        count(*) OVER () AS agencies
    FROM placed
    CROSS JOIN ends
)
SELECT
    agency_id,
    part,
    report_id,
    last_report_id,
    unit,
    numerator,
    denominator,
    value,
    last_numerator,
    last_denominator,
    last_value,
    is_small,
    within,
    mix,
    contribution,
    rate(contribution, change) AS share,
    place,
    is_end,
    contribution_from_here,
    part_contribution,
    part_agencies,
    all_within,
    all_mix,
    agencies,
    change,
    whole_numerator,
    whole_denominator,
    whole_value,
    whole_last_numerator,
    whole_last_denominator,
    whole_last_value,
    CASE WHEN part <> 'left' THEN number_of($metric_id, $year, agency_id) END AS number,
    CASE WHEN part <> 'entered' THEN number_of($metric_id, $base_year, agency_id) END AS number_last_value
FROM told
WHERE $most IS NULL OR place <= $most OR is_end
ORDER BY list_position(['both', 'entered', 'left'], part), place

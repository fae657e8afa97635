-- id: robust_scale
-- step: 3
-- why: By how much values usually differ: 1.4826 × their median absolute deviation, which of normal ones is the standard deviation; at least the noise of counting, so that a history without any spread does not make every value an outlier.
CREATE MACRO robust_scale(deviation, noise) AS greatest(1.4826 * deviation, noise)

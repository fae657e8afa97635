-- id: outlier_limit
-- step: 3
-- why: From which robust z a value counts as out of line: (value − median) / (1.4826 × median absolute deviation), 3.5 after Iglewicz and Hoaglin, How to Detect and Handle Outliers (ASQC, 1993), p. 11.
CREATE MACRO outlier_limit() AS 3.5

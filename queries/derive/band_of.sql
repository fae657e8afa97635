-- id: band_of
-- step: 3
-- why: On which side of the whole an agency stands, and whether beyond what chance explains at 95 % (z = 1.959964) or at 99.8 % (z = 3.090232), the limits of a funnel plot (D. J. Spiegelhalter, Statistics in Medicine 24, 2005).
CREATE MACRO band_of(score) AS CASE
    WHEN score > 3.090232 THEN 'far_above'
    WHEN score > 1.959964 THEN 'above'
    WHEN score < -3.090232 THEN 'far_below'
    WHEN score < -1.959964 THEN 'below'
    WHEN score IS NOT NULL THEN 'within'
END

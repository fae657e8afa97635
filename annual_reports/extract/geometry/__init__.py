"""A second reading of the tables, by the known shape of the form and without any label.

Rows of values are counted and measured; where their numbers of rows and columns are exactly
those of a table of the form, and no other rows of the report fit too, each value belongs to
the cell of the form at its place. Otherwise this reading has no opinion on that table.
"""

from annual_reports.extract.geometry.places import read_by_place

__all__ = ["read_by_place"]

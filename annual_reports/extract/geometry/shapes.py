"""The shapes the tables of a form can have: so many rows of values, each so many wide."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from annual_reports.form import Row, Table, form_by_code

Key = tuple[str, str, str]


class Tier(Enum):
    """Rows of values by what can be seen of them without reading a label."""

    SMALL = auto()  # narrower than a row of the matrix
    WIDE = auto()  # at least as wide as a row of the matrix
    LINE = auto()  # without a label beside it, or as wide as a table of one line


@dataclass(frozen=True)
class Shape:
    """A way to print a table: its rows of cells, in the order of the form."""

    table: str
    rows: tuple[tuple[Key, ...], ...]
    tier: Tier


@dataclass(frozen=True)
class Shapes:
    """All shapes of a form, by table, and the widths from which rows count as wide or a line."""

    by_table: dict[str, tuple[Shape, ...]]
    wide: int
    line: int

    def tier(self, width: int, is_labelled: bool) -> Tier:
        """The tier of a row of that many values."""
        if not is_labelled or width >= self.line:
            return Tier.LINE
        return Tier.WIDE if width >= self.wide else Tier.SMALL


@cache
def shapes_of(form: str) -> Shapes:
    """The shapes of the form of that code."""
    tables = form_by_code(form).tables
    wide = max(len(row.columns) for t in tables if t.layout == "matrix" for row in t.rows)
    line = max(len(list(t.cell_keys())) for t in tables if t.layout == "line")
    return Shapes({table.code: tuple(_shapes(table)) for table in tables}, wide, line)


def _shapes(table: Table) -> Iterator[Shape]:
    tier = Tier.WIDE if table.layout == "matrix" else Tier.SMALL
    for rows in _choices_of_rows(table):
        keys = tuple(tuple((table.code, row.code, code) for code in row.columns) for row in rows)
        yield Shape(table.code, keys, tier)
        if table.layout == "line":
            yield Shape(table.code, (sum(keys, ()),), Tier.LINE)


def _choices_of_rows(table: Table) -> Iterator[list[Row]]:
    """The rows of the form, and those with one row standing in for others."""
    yield [row for row in table.rows if not row.replaces]
    for stand_in in table.rows:
        if stand_in.replaces:
            yield [
                row
                for row in table.rows
                if row is stand_in or not (row.replaces or row.code in stand_in.replaces)
            ]

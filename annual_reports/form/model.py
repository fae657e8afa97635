"""The official form as typed data: tables, rows, columns, groups and their labels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

Layout = Literal["blocks", "matrix", "line", "annex"]
Kind = Literal["count", "change", "amount"]
L = TypeVar("L", bound="Labelled")


@dataclass(frozen=True)
class Labelled:
    """Something the form prints: its code, its label in two languages, known spellings.

    ``short_zh`` and ``short_en`` are for charts and lists where the label alone is too long
    or says too little outside its table.
    """

    code: str
    label_zh: str
    label_en: str
    variants: tuple[str, ...] = ()
    short_zh: str = ""
    short_en: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The printed label and its known variants."""
        return (self.label_zh, *self.variants)

    def label(self, lang: str) -> str:
        """The label in ``zh`` or ``en``."""
        return self.label_zh if lang == "zh" else self.label_en


def _in_english(entry: L) -> L:
    return replace(entry, label_zh=entry.label_en)


@dataclass(frozen=True)
class Column(Labelled):
    """A column. ``kind`` says which values are lawful: counts are whole and not negative."""

    kind: Kind = "count"
    unit: str = ""
    is_total: bool = False


@dataclass(frozen=True)
class Group(Labelled):
    """A heading over several rows; ``parent`` is the group it stands in."""

    parent: str = ""


@dataclass(frozen=True)
class Row(Labelled):
    """A row. ``replaces``: rows of the form for which this one may stand instead.

    ``unit`` and ``kind`` are those of the indicator where each row has its own.
    ``part_of`` is the row that this one and its like add up to; ``within`` are rows it is
    contained in and cannot exceed.
    """

    group: str = ""
    columns: tuple[str, ...] = ()
    is_total: bool = False
    replaces: tuple[str, ...] = ()
    unit: str = ""
    kind: Kind | None = None
    part_of: str = ""
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table(Labelled):
    """A table. ``layout``: blocks with a header each, one matrix, one line of numbers, an annex.

    An annex is a list of indicators with a column for the unit of each; ``stub`` are the
    headings of the columns that hold no values, the indicator's first.
    ``corner`` lists labels that are printed in the table but name no row, column or group.
    """

    layout: Layout = "matrix"
    corner: tuple[str, ...] = ()
    corner_en: tuple[str, ...] = ()
    stub: tuple[Labelled, ...] = ()
    groups: tuple[Group, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()

    def in_english(self) -> "Table":
        """The same table with its English labels in the place of the printed ones."""
        return replace(
            self,
            label_zh=self.label_en,
            corner=self.corner_en,
            stub=tuple(map(_in_english, self.stub)),
            groups=tuple(map(_in_english, self.groups)),
            columns=tuple(map(_in_english, self.columns)),
            rows=tuple(map(_in_english, self.rows)),
        )

    def column(self, code: str) -> Column:
        """The column of that code; KeyError if there is none."""
        return {column.code: column for column in self.columns}[code]

    def row(self, code: str) -> Row:
        """The row of that code; KeyError if there is none."""
        return {row.code: row for row in self.rows}[code]

    def cell_keys(self) -> Iterator[tuple[str, str, str]]:
        """The cells (table, row, column) of a complete report, in the official order."""
        for row in self.rows:
            if not row.replaces:
                yield from ((self.code, row.code, column) for column in row.columns)


@dataclass(frozen=True)
class Form:
    """One official form: the years it is used for, its sections and tables.

    ``is_uniform``: it binds everybody, so that a report without one of its rows lacks it.
    Of a form that is only customary a report has the rows it prints.
    """

    code: str
    first_year: int
    last_year: int
    circular: str
    label_zh: str
    label_en: str
    sections: tuple[Labelled, ...]
    tables: tuple[Table, ...]
    is_uniform: bool = True

    def label(self, lang: str) -> str:
        """What the form is called, in ``zh`` or ``en``."""
        return self.label_zh if lang == "zh" else self.label_en

    def covers(self, year: int) -> bool:
        """Whether reports of that year use this form."""
        return self.first_year <= year <= self.last_year

    def table(self, code: str) -> Table:
        """The table of that code; KeyError if there is none."""
        return {table.code: table for table in self.tables}[code]

    def has_table(self, code: str) -> bool:
        """Whether there is a table of that code."""
        return any(table.code == code for table in self.tables)

    @cached_property
    def cell_keys(self) -> tuple[tuple[str, str, str], ...]:
        """Every cell a complete report has, in the official order."""
        return tuple(key for table in self.tables for key in table.cell_keys())

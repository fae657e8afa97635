"""What a brief of two pages is made of; ``brief_docx`` writes it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in a table: ``share`` of the width there is, in a colour such as #0969A6."""

    share: float
    colour: str


Cell = str | Bar


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under a heading. ``widths`` are in centimetres; figures stand to the right.

    The columns before ``figures_from`` are words.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    figures_from: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One year of a chart: what is written above and below, and how high it is, if it is known.

    A line is drawn before one that ``is_break``.
    """

    label: str
    value: str
    height: float | None
    colour: str
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A small chart of columns, one a year."""

    title: str
    columns: Sequence[Column]


@dataclass(frozen=True, slots=True)
class Charts:
    """Charts side by side, with a note below them."""

    charts: Sequence[Years]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Numbered sentences under a heading."""

    title: str
    points: Sequence[str]
    note: str = ""


Block = Grid | Charts | Points


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: two pages of blocks. ``warning`` stands on both where the data is fiction."""

    title: str
    facts: str
    first: Sequence[Block]
    second: Sequence[Block]
    foot: str
    warning: str = ""

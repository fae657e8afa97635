"""A report file as its reader gives it: text lines and raw tables, without any meaning."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

Layout = Literal["grid", "rows", "flow"]


class RawCell(NamedTuple):
    """One printed cell. ``row`` and ``column``, from 1, are those of its upper left corner."""

    text: str
    locator: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class RawTable:
    """One printed table.

    ``layout`` says what the place of a cell in ``rows`` means. ``grid``: spans are
    expanded, every position refers to the cell that covers it, None where none does.
    ``rows``: the rows are known, but cells of lost spans are missing, so a position is
    only an order. ``flow``: only the order of the cells is known, each stands in a row
    of its own.
    """

    number: int
    rows: tuple[tuple[RawCell | None, ...], ...]
    layout: Layout = "grid"

    def is_origin(self, row: int, column: int) -> bool:
        """Whether the cell at that place, counted from 1, begins there and is no span's copy."""
        cell = self.rows[row - 1][column - 1]
        return cell is not None and (cell.row, cell.column) == (row, column)


class Paragraph(NamedTuple):
    """One line of text; ``table`` is the number of the table it stands in, if any."""

    text: str
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader knows of a file.

    ``meta`` pairs names with texts (``title`` is the page title); ``paragraphs`` run in
    the order of the document and include the lines inside tables. ``pictures`` counts
    what is shown as a picture: where no table is found, the tables may be among them.
    """

    path: Path
    format: str
    meta: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[RawTable, ...]
    pictures: int = 0

    def meta_text(self, name: str) -> str:
        """The first non-empty text under that name, whatever its case; empty if none."""
        wanted = name.lower()
        return next((text for key, text in self.meta if key.lower() == wanted and text), "")

"""Rows of cells with spans to a grid in which every position knows the cell covering it."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from annual_reports.extract.document import RawCell

MAX_WIDTH: Final = 256  # no report table is wider; beyond it a span is ignored
_TO_THE_END: Final = 1_000_000
Hanging = dict[int, tuple[RawCell, int]]  # column → cell from above, rows it still covers


class SpannedCell(NamedTuple):
    """A cell as written: ``place`` leads to it in the file, ``rowspan`` 0 means to the end."""

    text: str
    place: str
    colspan: int = 1
    rowspan: int = 1


Written = tuple[str, str, int, int]  # a SpannedCell, or its fields where there are many


def expand(number: int, rows: Iterable[Iterable[Written]]) -> Iterator[tuple[RawCell | None, ...]]:
    """The rows of the grid of table ``number``.

    Spans beyond MAX_WIDTH columns or the last row are cut off, so the grid never grows
    out of proportion to what is written. Where spans overlap, the later cell is seen.
    """
    hanging: Hanging = {}
    for row_number, cells in enumerate(rows, 1):
        row = _GridRow(row_number, hanging)
        row.fill(f"table {number}, row {row_number}, column", cells)
        hanging = row.below
        yield row.finish()


class _GridRow:
    """One row of the grid while it is being filled from the left."""

    def __init__(self, number: int, hanging: Hanging) -> None:
        self.below: Hanging = {}
        self._number = number
        self._hanging = hanging
        self._line: list[RawCell | None] = []

    def fill(self, row: str, cells: Iterable[Written]) -> None:
        """Take the cells; ``row`` begins their locators."""
        line, number, hanging = self._line, self._number, self._hanging
        for text, place, colspan, rowspan in cells:
            if len(line) in hanging:
                self._hang()
            column = len(line) + 1
            cell = RawCell(text, f"{row} {column}, {place}", number, column)
            if colspan == rowspan == 1:
                line.append(cell)
            else:
                self._spread(cell, colspan, rowspan)

    def finish(self) -> tuple[RawCell | None, ...]:
        last = max(self._hanging, default=-1)
        while len(self._line) <= last:
            self._hang()
            if len(self._line) <= last:
                self._line.append(None)
        return tuple(self._line)

    def _spread(self, cell: RawCell, colspan: int, rowspan: int) -> None:
        start = len(self._line)
        end = max(start + 1, min(start + colspan, MAX_WIDTH))
        if rowspan != 1 and start < MAX_WIDTH:
            rows_left = (rowspan or _TO_THE_END) - 1
            self.below.update(dict.fromkeys(range(start, end), (cell, rows_left)))
        self._line.extend([cell] * (end - start))

    def _hang(self) -> None:
        """Let cells of the rows above come down into the next free positions."""
        while covering := self._hanging.get(len(self._line)):
            cell, rows_left = covering
            if rows_left > 1:
                self.below[len(self._line)] = (cell, rows_left - 1)
            self._line.append(cell)

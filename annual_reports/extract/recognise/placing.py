"""The values of data lines to the columns of their header."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell
from annual_reports.extract.recognise.counting import Counting, Size, Values
from annual_reports.extract.recognise.header import Columns
from annual_reports.extract.recognise.lines import Field
from annual_reports.facts import Status

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """The cell of each column code in one line, and filled cells that no heading explains."""

    cells: dict[str, RawCell]
    stray: tuple[RawCell, ...] = ()


class Placing:
    """Places the values of lines that share a header.

    Grid columns are believed for lines that end where the header ends, and where most lines
    end elsewhere, for these if one that is filled throughout has one value under each
    heading; where such a line has not, they are not believed. Values that no grid places
    go by their order, and only where their number leaves one way to do it.
    ``by_values`` tells whether it mattered if several values under a heading are the same.
    """

    def __init__(
        self, columns: Columns, lines: Sequence[Values], sizes: Sequence[Size] = ()
    ) -> None:
        """``sizes``: for each line what it is like, and its number of fields, labels included."""
        self._columns = columns
        self._lines = lines
        self._count = len(columns.order)
        self._counting = Counting(columns, lines, sizes)
        self.by_values = False
        self._on_grid = {id(values): self._by_grid(values) for values in lines if columns.at}
        self._extents = Counter(map(_extent, lines))
        self._refuted: set[Extent] = set()
        self._shown: set[Extent] = set()
        for values in lines if columns.at else ():
            self._weigh(values)

    def place(self, values: Values) -> Placed | None:
        """Where the values of one of the lines belong; None if that cannot be told."""
        filled = [item.cell for item in values if item.is_filled]
        if len(filled) == 1 and (parts := _split(filled[0], self._count)):
            return self._placed(parts)
        placed = self._on_grid[id(values)] if self._is_grid(_extent(values)) else None
        return placed or self._by_order(values)

    def _is_grid(self, extent: Extent) -> bool:
        if not self._columns.at or extent in self._refuted:
            return False
        is_common = self._extents[extent] * 2 > len(self._lines)
        return extent[1] == self._columns.width or (extent in self._shown and is_common)

    def _weigh(self, values: Values) -> None:
        """See whether a line bears out the columns of the grid or contradicts them."""
        placed = self._on_grid[id(values)]
        if self._counting.is_counted(values):
            if placed is None or placed.stray:
                self._refuted.add(_extent(values))
            elif self._is_one_to_one(placed):
                self._shown.add(_extent(values))
        elif placed is None and (len(values) == self._count or self._contradicts(values)):
            self._refuted.add(_extent(values))

    def _is_one_to_one(self, placed: Placed) -> bool:
        cells = {id(cell) for cell in placed.cells.values() if cell.text}
        return len(cells) == len(placed.cells) and len(cells) + len(placed.stray) == self._count

    def _contradicts(self, values: Values) -> bool:
        return any(map(self._differ, self._claims(values)[0].values()))

    def _claims(self, values: Values) -> tuple[dict[str, list[Field]], list[Field]]:
        """The fields under each heading, and filled fields under none."""
        at = self._columns.at
        claims: dict[str, list[Field]] = {}
        stray = []
        for item in values:
            codes = dict.fromkeys(filter(None, map(at.get, range(item.start, item.end))))
            for code in codes:
                claims.setdefault(code, []).append(item)
            if item.is_filled and not codes:
                stray.append(item)
        return claims, stray

    def _by_grid(self, values: Values) -> Placed | None:
        claims, stray = self._claims(values)
        if claims.keys() != self._columns.codes:
            return None
        cells = {}
        for code, items in claims.items():
            if len(items) > 1 and self._differ(items):
                return None
            cells[code] = next((item for item in items if item.is_filled), items[0]).cell
        return Placed(cells, tuple(item.cell for item in stray))

    def _differ(self, items: Sequence[Field]) -> bool:
        texts = [item.cell.text for item in items if item.is_filled]
        self.by_values = self.by_values or len(texts) > 1
        return len(set(texts)) > 1

    def _by_order(self, values: Values) -> Placed | None:
        cells = self._counting.in_order(values) if self._count else None
        return self._placed(cells) if cells else None

    def _placed(self, cells: Sequence[RawCell]) -> Placed | None:
        """In that order; None if a column is named twice and has two different values."""
        pairs = list(zip(self._columns.order, cells, strict=True))
        named = [(code, cell.text) for code, cell in pairs if code]
        self.by_values = self.by_values or len(named) > len(self._columns.codes)
        if len(set(named)) > len(self._columns.codes):
            return None
        stray = tuple(cell for code, cell in pairs if not code and cell.text)
        return Placed({code: cell for code, cell in pairs if code}, stray)


def _extent(values: Values) -> Extent:
    return (values[0].start, values[-1].end) if values else (0, 0)


def _split(cell: RawCell, count: int) -> list[RawCell] | None:
    """The numbers in a cell that holds those of the whole line, parted by blanks."""
    parts = cell.text.split()
    if (
        len(parts) != count
        or count == 1
        or any(read_cell(part).status is not Status.NUMBER for part in parts)
    ):
        return None
    return [RawCell(part, cell.locator, cell.row, cell.column) for part in parts]

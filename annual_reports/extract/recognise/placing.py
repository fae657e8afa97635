"""The values of data lines to the columns of their header."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell
from annual_reports.extract.recognise.header import Columns
from annual_reports.extract.recognise.lines import Field
from annual_reports.facts import Status

Values = Sequence[Field]
Extent = tuple[int, int]
Size = tuple[int, int]
_MANY: Final = 10
_SEVERAL: Final = 3


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
        self._sizes = dict(zip(map(id, lines), sizes, strict=False))
        self._count = len(columns.order)
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
        if self._is_counted(values):
            if placed is None or placed.stray:
                self._refuted.add(_extent(values))
            elif self._is_one_to_one(placed):
                self._shown.add(_extent(values))
        elif placed is None and (len(values) == self._count or self._contradicts(values)):
            self._refuted.add(_extent(values))

    def _is_counted(self, values: Values) -> bool:
        """Whether there is one value for each heading, and no heading seems to be missing.

        One seems to be where more than a single line in many has more values than headings,
        or values stand in more places than there are headings.
        """
        if _count(values) != self._count or self._columns.has_repeats:
            return False
        if _is_broken(values) and values[-1].end >= self._columns.width:
            return False  # the blank may be a value, and another none
        is_crowded = self._crowded > self._odd
        has_room = self._places_used[len(values)] <= self._count
        return self._columns.is_whole and not is_crowded and has_room

    @cached_property
    def _odd(self) -> int:
        """How many lines may be other than the rest without being believed."""
        return min(1, len(self._lines) // _MANY)

    @cached_property
    def _crowded(self) -> int:
        """How many lines have more values than there are headings."""
        return sum(_count(line) > self._count for line in self._lines)

    @cached_property
    def _places_used(self) -> Counter[int]:
        """In how many places lines have values, by the number of their fields."""
        uses = Counter(
            (len(line), place)
            for line in self._lines
            for place, item in enumerate(line)
            if item.is_filled
        )
        return Counter(length for (length, _), count in uses.items() if count > self._odd)

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
        cells = self._in_order(values) if self._count else None
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

    def _in_order(self, values: Values) -> list[RawCell] | None:
        """As many cells as there are columns, or None."""
        count = self._count
        filled = [item.cell for item in values if item.is_filled]
        if len(filled) < count and not (self._is_usual(values) and self._is_known):
            return None
        if not (self._columns.is_whole or self._may_be_counted(values)):
            return None
        if len(values) == count:
            return None if self._may_lack_a_cell(values) else [item.cell for item in values]
        if not filled:
            return [item.cell for item in values[:count]] if len(values) > count else None
        if self._is_counted(values):
            return filled
        return self._without_spare(values) if len(values) > count else None

    def _may_lack_a_cell(self, values: Values) -> bool:
        """Whether the last value may be none but the rest of a cell merged before it.

        Only where spans are lost; there it is a blank cell if most lines end with one.
        """
        last = self._count - 1
        if self._columns.width or values[last].is_filled:
            return False
        alike = [line for line in self._lines if len(line) == len(values) and _count(line)]
        blank = sum(not line[last].is_filled for line in alike)
        return len(alike) <= 1 or blank * 2 <= len(alike)

    def _may_be_counted(self, values: Values) -> bool:
        """Whether there may be no more columns than headings, as far as is seen."""
        is_beside = self._columns.width not in (0, values[-1].end if values else 0)
        return not is_beside and all(_count(line) <= self._count for line in self._lines)

    def _without_spare(self, values: Values) -> list[RawCell] | None:
        """The cells less those at places that are empty in most lines, all of that length.

        Where only the order of cells is known, empty ones at the end are spare too.
        """
        count = self._count
        if not self._columns.is_whole:
            return None
        alike = [line for line in self._lines if len(line) == len(values)]
        used = [i for i in range(len(values)) if any(line[i].is_filled for line in alike)]
        is_usual = len(alike) * 2 > len(self._lines)
        if len(used) == count and is_usual and _shows_spare(alike, used):
            return [values[i].cell for i in used]
        if self._spare_is_last and not self._may_lack_a_cell(values):
            return [item.cell for item in values[:count]]
        return None

    @cached_property
    def _spare_is_last(self) -> bool:
        """Whether the lines show that values begin at the first field and spare ones end it."""
        if self._columns.width or not self._columns.is_certain or len(self._lines) == 1:
            return False
        last = self._count - 1
        longer = [line for line in self._lines if len(line) > self._count]
        return not any(item.is_filled for line in longer for item in line[last + 1 :]) and any(
            line[0].is_filled and line[last].is_filled for line in longer
        )

    @property
    def _is_known(self) -> bool:
        """Whether it is seen of each heading where its values stand, if some are blank."""
        return bool(self._columns.width) or None not in self._columns.order

    def _is_usual(self, values: Values) -> bool:
        """Whether a line with empty fields has as many as most lines like it.

        Where it has not, a cell may be missing and the others may have moved.
        """
        size = self._sizes.get(id(values))
        if self._columns.width or size is None:
            return True
        alike = sum(other[0] == size[0] for other in self._sizes.values())
        return sum(other == size for other in self._sizes.values()) * 2 > alike


def _count(values: Values) -> int:
    return sum(item.is_filled for item in values)


def _shows_spare(lines: Sequence[Values], used: Sequence[int]) -> bool:
    """Whether it is seen that the other places are spare: in a few lines only if they are full."""
    if len(lines) >= _SEVERAL:
        return True
    return not any(_is_broken(line) or _count(line) < len(used) for line in lines)


def _is_broken(values: Values) -> bool:
    """Whether a blank field stands among filled ones."""
    filled = [item.is_filled for item in values]
    return not all(filled[filled.index(True) : len(filled) - filled[::-1].index(True)])


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

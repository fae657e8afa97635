"""The values of data lines to columns by their order, where their number leaves one way."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from annual_reports.extract.document import RawCell
from annual_reports.extract.recognise.header import Columns
from annual_reports.extract.recognise.lines import Field

Values = Sequence[Field]
Size = tuple[int, int]
_MANY: Final = 10
_SEVERAL: Final = 3


class Counting:
    """Counts the values of lines that share a header against its headings."""

    def __init__(self, columns: Columns, lines: Sequence[Values], sizes: Sequence[Size]) -> None:
        """``sizes``: for each line what it is like, and its number of fields, labels included."""
        self._columns = columns
        self._lines = lines
        self._sizes = dict(zip(map(id, lines), sizes, strict=False))
        self._count = len(columns.order)

    def is_counted(self, values: Values) -> bool:
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

    def in_order(self, values: Values) -> list[RawCell] | None:
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
        if self.is_counted(values):
            return filled
        return self._without_spare(values) if len(values) > count else None

    def _may_lack_a_cell(self, values: Values) -> bool:
        """Whether the last value may be none but the rest of a cell merged before it.

        Only where spans are lost; there it is a blank cell if most lines end with one and none
        is too short.
        """
        last = self._count - 1
        if self._columns.width or values[last].is_filled:
            return False
        alike = [line for line in self._lines if len(line) == len(values) and _count(line)]
        blank = sum(not line[last].is_filled for line in alike)
        is_short = any(0 < _count(line) <= len(line) <= last for line in self._lines)
        return is_short or len(alike) <= 1 or blank * 2 <= len(alike)

    def _may_be_counted(self, values: Values) -> bool:
        """Whether there may be no more columns than headings, as far as is seen."""
        is_beside = self._columns.width not in (0, values[-1].end if values else 0)
        return not is_beside and all(_count(line) <= self._count for line in self._lines)

    def _without_spare(self, values: Values) -> list[RawCell] | None:
        """The cells less those at places that are empty in most lines, all of that length.

        Where only the order of cells is known, empty ones at the end are spare too.
        """
        count = self._count
        if self._columns.has_repeats or not self._columns.is_whole:
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

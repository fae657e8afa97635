"""Raw tables as lines of fields: what recognition looks at, whatever the layout."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.labels import is_numbered, label_key
from annual_reports.facts import Status

_VALUES: Final = frozenset((Status.NUMBER, Status.DASH, Status.WORDS))
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９+-＋－")


class Field(NamedTuple):
    """A cell within a line and the columns it covers there, from ``start`` up to ``end``.

    ``key`` is the label key of its text, ``is_filled`` whether anything is printed in it,
    ``is_value`` whether that looks like a value, ``is_wordy`` whether it looks like none.
    """

    cell: RawCell
    start: int
    end: int
    key: str
    is_filled: bool
    is_value: bool
    is_wordy: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. ``is_aligned``: its columns are those of the lines above it."""

    fields: tuple[Field, ...]
    is_aligned: bool
    table: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed in it."""
        return not any(field.is_filled for field in self.fields)


def lines_of(table: RawTable) -> Iterator[Line]:
    """The rows of the table as lines, each cell once in every row it covers."""
    is_aligned = table.layout == "grid"
    for row in table.rows:
        yield Line(_fields(row), is_aligned, table.number)


def _fields(row: tuple[RawCell | None, ...]) -> tuple[Field, ...]:
    fields = []
    start = 0
    for end, (cell, following) in enumerate(zip_longest(row, row[1:]), 1):
        if following is cell and end < len(row):
            continue
        if cell is not None:
            fields.append(Field(cell, start, end, *_nature(cell.text)))
        start = end
    return tuple(fields)


@lru_cache(maxsize=8192)
def _nature(text: str) -> tuple[str, bool, bool, bool]:
    """The label key of a text, whether it is filled, looks like a value, looks like none."""
    status = read_cell(text).status
    if status is Status.BLANK:
        return "", False, False, False
    starts_like_one = text[0] in _DIGITS and not is_numbered(text)
    is_value = status in _VALUES or starts_like_one
    return label_key(text), True, is_value, not is_value

"""Rows of raw tables as runs of values: the cells at their end that are no words."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell, RawTable
from annual_reports.facts import Status

# Digits that neither a word nor a numbering mark follows, such as a number split by a blank.
_STARTS_LIKE_NUMBER: Final = re.compile(
    r"[+＋－-]?\d(?:[\d,，.．\s]*\d)?(?!\s*[.．、,，)）]?\s*\w|[.．、)）])"
)
_VALUES: Final = frozenset((Status.NUMBER, Status.DASH, Status.WORDS))


class Nature(Enum):
    """What a text is, as far as it can be seen without knowing any label."""

    BLANK = auto()
    VALUE = auto()
    WORDS = auto()


_VALUE: Final = Nature.VALUE
_WORDS: Final = Nature.WORDS


class Run(NamedTuple):
    """Values side by side. ``is_filled``: not all are blank; ``is_labelled``: words precede."""

    cells: tuple[RawCell, ...]
    is_filled: bool
    is_labelled: bool


@lru_cache(maxsize=8192)
def nature_of(text: str) -> Nature:
    """Whether the text is blank, looks like a value or consists of words."""
    status = read_cell(text).status
    if status is Status.BLANK:
        return Nature.BLANK
    if status in _VALUES or _STARTS_LIKE_NUMBER.match(text):
        return Nature.VALUE
    return Nature.WORDS


def runs_of(table: RawTable) -> Iterator[Run]:
    """The runs of values of the table, at most one a row; a flow is parted by its words."""
    rows: Iterable[Iterable[RawCell | None]] = table.rows
    if table.layout == "flow":
        rows = _parted([cell for row in table.rows for cell in row if cell])
    for row in rows:
        run = _run_at_end(tuple(row))
        if run.cells:
            yield run


def _run_at_end(row: tuple[RawCell | None, ...]) -> Run:
    """The cells after the last words of the row, each once."""
    cells: list[RawCell] = []
    last: RawCell | None = None
    is_filled = is_labelled = False
    for cell in reversed(row):
        if cell is last or cell is None:
            continue
        nature = nature_of(cell.text)
        if nature is _WORDS:
            is_labelled = True
            break
        is_filled = is_filled or nature is _VALUE
        cells.append(cell)
        last = cell
    return Run(tuple(reversed(cells)), is_filled, is_labelled)


def _parted(flow: Iterable[RawCell]) -> Iterator[list[RawCell]]:
    """Stretches of the flow, each some words and what follows them."""
    stretch: list[RawCell] = []
    was_words = True
    for cell in flow:
        is_words = nature_of(cell.text) is _WORDS
        if is_words and not was_words:
            yield stretch
            stretch = []
        stretch.append(cell)
        was_words = is_words
    yield stretch

"""The layout of tables: all that is printed in them, every number taken for the same.

Reports made from one template share it, so what follows from it alone is found out once.
"""

from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import Final, Generic, TypeVar

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell, RawTable
from annual_reports.facts import Status

Place = tuple[int, int, int]  # of a cell: table, row and position in it, from 0
V = TypeVar("V")
_A_NUMBER: Final = "0"
_MOST_KEPT: Final = 128


def layout_of(tables: Iterable[RawTable]) -> Hashable | None:
    """What all tables of that layout are equal in; None where it is not all that counts.

    That is so for grids only: where cells have lost their places, values may tell them.
    """
    tables = list(tables)
    if any(table.layout != "grid" for table in tables):
        return None
    rows = list(chain.from_iterable(table.rows for table in tables))
    cells = list(chain.from_iterable(rows))
    return (
        tuple((table.number, len(table.rows)) for table in tables),
        tuple(map(len, rows)),
        tuple([cell and _masked(cell.text) for cell in cells]),
        tuple([cell and cell[2:] for cell in cells]),  # where it begins: its spans
    )


@lru_cache(maxsize=8192)
def _masked(text: str) -> str:
    return _A_NUMBER if read_cell(text).status is Status.NUMBER else text


def places_in(tables: Iterable[RawTable]) -> dict[int, Place]:
    """Where each cell stands first, by its identity (``id``)."""
    places: dict[int, Place] = {}
    for number, table in enumerate(tables):
        for line, row in enumerate(table.rows):
            for position, cell in enumerate(row):
                places.setdefault(id(cell), (number, line, position))
    return places


def cell_at(tables: Sequence[RawTable], place: Place) -> RawCell:
    """The cell at that place of tables of the same layout; raises LookupError if none is."""
    table, row, position = place
    cell = tables[table].rows[row][position]
    if cell is None:
        raise LookupError(place)
    return cell


class Remembered(Generic[V]):
    """What was found out of the layouts met last."""

    def __init__(self) -> None:
        self._known: dict[Hashable, V] = {}
        self._lock = Lock()

    def get(self, layout: Hashable) -> V | None:
        """What is known of the layout; None if nothing."""
        return self._known.get(layout)

    def keep(self, layout: Hashable, value: V) -> None:
        """Remember it, and forget what was remembered first where that is too much."""
        with self._lock:
            self._known[layout] = value
            if len(self._known) > _MOST_KEPT:
                del self._known[next(iter(self._known))]

    def forget(self) -> None:
        """Know nothing of any layout."""
        with self._lock:
            self._known.clear()

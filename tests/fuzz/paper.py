"""A report on paper, to be spoiled: every printed value knows what a careful reader makes of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tests.unit.extract.made_reports import Key

Truth = frozenset[Decimal]
NOTHING: Truth = frozenset()


@dataclass(eq=False)
class Spot:
    """A printed cell. ``key`` is the cell of the form it is meant for, None for a label.

    ``says``: the values a reader may take from it, none where it is no number for certain.
    ``over``: the values it was merged over, for each of which it may stand if nothing of
    that is left to be seen, and which may be read of it if all of them are printed in it.
    """

    text: str
    key: Key | None = None
    says: Truth = NOTHING
    over: tuple["Spot", ...] = ()


Line = list[Spot | None]
Grid = list[Line]


@dataclass
class Table:
    """A table as a grid in which merged positions share a spot; None where no cell is."""

    grid: Grid
    is_nested: bool = False

    @property
    def width(self) -> int:
        return max(map(len, self.grid), default=0)

    def keyed(self, row: int) -> list[int]:
        """The places of the values in that row, each where it begins."""
        line = self.grid[row]
        above = set(map(id, self.grid[row - 1])) if row else set()
        return [
            place
            for place, spot in enumerate(line)
            if spot is not None
            and spot.key
            and (not place or line[place - 1] is not spot)
            and id(spot) not in above
        ]

    def value_rows(self) -> list[int]:
        return [row for row in range(len(self.grid)) if self.keyed(row)]

    def head_rows(self) -> list[int]:
        return [row for row in range(len(self.grid)) if not self.keyed(row)]

    def labels(self) -> list[Spot]:
        """The labels and headings, each once."""
        spots = {id(spot): spot for line in self.grid for spot in line if spot}
        return [spot for spot in spots.values() if spot.key is None and spot.text]


class Allowed:
    """What may be read in cells of the form besides what is meant for them."""

    def __init__(self) -> None:
        self._spots: dict[Key, list[Spot]] = {}

    def add(self, key: Key | None, spot: Spot) -> None:
        if key:
            self._spots.setdefault(key, []).append(spot)

    def into(self, truth: dict[Key, set[Decimal]]) -> None:
        """Put it there, as the spots are printed by now."""
        for key, spots in self._spots.items():
            truth.setdefault(key, set()).update(*(spot.says for spot in spots))


@dataclass
class Paper:
    """What is printed, in order. ``slips``: cells of a page whose spans are wrong by so much.

    Besides what the spots say, a value may be read in other cells: ``also`` in any format,
    ``by_place`` where columns are kept, ``if_flat`` where merged cells are not, ``if_bare``
    where there are not even rules between cells, ``if_unplaced`` where columns are not kept
    (there also ``if_twice`` when values were merged more than once, as then nothing tells that
    others have moved), ``if_parted`` where a page break may part what is merged.
    A number in one of the ``doubtful`` cells needs a problem that names it.
    """

    form: str
    parts: list[str | Table]
    also: Allowed = field(default_factory=Allowed)
    by_place: Allowed = field(default_factory=Allowed)
    if_flat: Allowed = field(default_factory=Allowed)
    if_bare: Allowed = field(default_factory=Allowed)
    if_unplaced: Allowed = field(default_factory=Allowed)
    if_parted: Allowed = field(default_factory=Allowed)
    if_twice: Allowed = field(default_factory=Allowed)
    doubtful: set[Key] = field(default_factory=set)
    slips: list[tuple[int, int, int]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    @property
    def tables(self) -> list[Table]:
        return [part for part in self.parts if isinstance(part, Table)]

    def spots(self) -> Iterator[Spot]:
        """All values, each once."""
        seen: set[int] = set()
        for table in self.tables:
            for line in table.grid:
                for spot in line:
                    if spot is not None and spot.key and id(spot) not in seen:
                        seen.add(id(spot))
                        yield spot

    def truth(self) -> dict[Key, set[Decimal]]:
        """What may be read in each cell of the form, wherever it is printed."""
        found: dict[Key, set[Decimal]] = defaultdict(set)
        once = set(map(id, self._once_merged()))
        for spot in self.spots():
            if spot.key and spot.says:
                found[spot.key] |= spot.says
        for spot in self._merged():
            if len(spot.text.split()) == len(spot.over):
                _add(found, [(one, one.says) for one in spot.over])
            if id(spot) in once:
                _add(found, [(one, spot.says) for one in spot.over])
        return dict(found)

    def _merged(self) -> list[Spot]:
        spots = (spot for t in self.tables for line in t.grid for spot in line if spot)
        return [spot for spot in spots if spot.over]

    def _once_merged(self) -> Iterator[Spot]:
        """Merged cells of which each table shows no more than one position."""
        counts: Counter[int] = Counter()
        for table in self.tables:
            here = Counter(id(spot) for line in table.grid for spot in line)
            counts |= here
        return (spot for spot in self._merged() if counts[id(spot)] == 1)


def _add(found: dict[Key, set[Decimal]], pairs: list[tuple[Spot, Truth]]) -> None:
    for spot, says in pairs:
        if spot.key:
            found[spot.key] |= says

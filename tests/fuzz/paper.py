"""A report on paper, to be spoiled: every printed value knows what a careful reader makes of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from random import Random

from tests.unit.extract.balanced import balanced_values
from tests.unit.extract.bending import grid_of
from tests.unit.extract.made_reports import TITLES, C, Key, Made, Rows, values_of
from tests.unit.extract.written import HEADINGS

Truth = frozenset[Decimal]
NOTHING: Truth = frozenset()
BLANK_SHARE = 0.1


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


def paper_of(rng: Random) -> Paper:
    """A whole report with values of some kind in it."""
    form = rng.choice(["2019", "2021"])
    made = Made(form)
    values = _values(rng, form)
    key_of = {text: key for key, text in made.values.items()}
    tables = [Table(_grid(rows, key_of, values)) for rows in made.tables.values()]
    parts: list[str | Table] = [TITLES[form], "一、总体情况", "正文。"]
    for heading, table in zip(HEADINGS, tables, strict=True):
        parts += [heading, table]
    return Paper(form, [*parts, "五、存在的主要问题及改进情况", "正文。"])


def _values(rng: Random, form: str) -> dict[Key, str]:
    kind = rng.choice(["distinct", "balanced", "few", "gaps"])
    if kind == "distinct":
        return values_of(form)
    if kind == "few":
        return balanced_values(form, rng.randrange(10**6), share=0.1)
    values = balanced_values(form, rng.randrange(10**6))
    if kind == "gaps":
        return {k: "" if rng.random() < BLANK_SHARE else text for k, text in values.items()}
    return values


def _grid(rows: Rows, key_of: dict[str, Key], values: dict[Key, str]) -> Grid:
    spots: dict[tuple[int, int, int], Spot] = {}

    def spot(cell: C, row: int, column: int) -> Spot:
        key = key_of.get(cell.text)
        text = values[key] if key else cell.text
        return spots.setdefault(
            (id(cell), row, column), Spot(text, key, said(text) if key else NOTHING)
        )

    return [[spot(*place) for place in line] for line in grid_of(rows)]


def said(text: str) -> Truth:
    """What plainly printed digits say."""
    try:
        return frozenset({Decimal(text)}) if text else NOTHING
    except InvalidOperation:
        return NOTHING


def rows_of(grid: Grid) -> Rows:
    """The grid with its merged cells; what is no rectangle falls into its rows."""
    places: dict[int, list[tuple[int, int]]] = {}
    for r, line in enumerate(grid):
        for c, spot in enumerate(line):
            if spot is not None:
                places.setdefault(id(spot), []).append((r, c))
    return [list(_cells(line, r, places)) for r, line in enumerate(grid)]


def _cells(line: Line, row: int, places: dict[int, list[tuple[int, int]]]) -> Iterator[C]:
    for column, spot in enumerate(line):
        if spot is None:
            yield C("")
            continue
        covered = places[id(spot)]
        top, left = covered[0]
        bottom, right = covered[-1]
        is_whole = len(covered) == (bottom - top + 1) * (right - left + 1)
        if is_whole and (row, column) == (top, left):
            yield C(spot.text, right - left + 1, bottom - top + 1)
        elif not is_whole and (not column or line[column - 1] is not spot):
            run = next((n for n, s in enumerate(line[column:]) if s is not spot), 0)
            yield C(spot.text, run or len(line) - column)

"""The cells that rules draw: a grid of positions, joined where no rule parts them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from annual_reports.extract.readers.pdf_geometry import Rule

_NEAR: Final = 4.5  # lines nearer to each other, in points, are one: no text fits between
_WIDEST: Final = 5.5  # so far may lines that are one spread
_COVERED: Final = 0.6  # of a side, to be closed
_MOST: Final = 60_000  # positions of a grid

Positions = list[float]


class GridTooLarge(Exception):
    """More positions than any table has."""


class Area(NamedTuple):
    """A cell: the rows from ``top`` up to ``bottom``, the columns from ``left`` up to ``right``."""

    top: int
    left: int
    bottom: int
    right: int


class Grid:
    """Lines across and down, and the areas that rules close between them."""

    def __init__(self, horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> None:
        """Raises GridTooLarge."""
        ends = [rule[1:] for rule in horizontal], [rule[1:] for rule in vertical]
        self.xs = _lines([rule.at for rule in vertical], [x for pair in ends[0] for x in pair])
        self.ys = _lines([rule.at for rule in horizontal], [y for pair in ends[1] for y in pair])
        self.columns, self.rows = len(self.xs) - 1, len(self.ys) - 1
        if self.columns * self.rows > _MOST:
            raise GridTooLarge
        self._beside = _closed(vertical, self.xs, self.ys)
        self._below = _closed(horizontal, self.ys, self.xs)
        self.areas = list(self._areas())
        self._at = {
            (row, column): area
            for area in self.areas
            for row in range(area.top, area.bottom)
            for column in range(area.left, area.right)
        }

    def area_at(self, x: float, y: float) -> Area:
        """The area a point lies in, or the nearest."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), self.columns - 1)
        row = min(max(bisect_right(self.ys, y) - 1, 0), self.rows - 1)
        return self._at[row, column]

    def row(self, row: int) -> list[Area]:
        """The area at each column of the row."""
        return [self._at[row, column] for column in range(self.columns)]

    def _areas(self) -> Iterable[Area]:
        """Runs of open positions in a row, joined with equal ones below that are open to them."""
        open_above: dict[tuple[int, int], int] = {}
        for row in range(self.rows):
            runs = self._runs(row)
            going_on = {
                run: open_above.get(run, row) if self._is_open_above(row, run) else row
                for run in runs
            }
            for run, top in open_above.items():
                if going_on.get(run, row) == row:
                    yield Area(top, run[0], row, run[1])
            open_above = going_on
        for (left, right), top in open_above.items():
            yield Area(top, left, self.rows, right)

    def _runs(self, row: int) -> list[tuple[int, int]]:
        bounds = [0, *(i for i in range(1, self.columns) if self._beside[i][row]), self.columns]
        return list(pairwise(bounds))

    def _is_open_above(self, row: int, run: tuple[int, int]) -> bool:
        return row > 0 and not any(self._below[row][column] for column in range(*run))


def _lines(places: Iterable[float], ends: Iterable[float]) -> Positions:
    """Where the lines of the grid are; the outermost ends of the rules across are lines too."""
    places, ends = sorted(places), sorted(ends)
    if not places or ends[0] < places[0] - _NEAR:
        places.insert(0, ends[0])
    if ends[-1] > places[-1] + _NEAR or len(places) == 1:
        places.append(ends[-1])
    groups: list[Positions] = []
    for place in places:
        near = groups and place - groups[-1][-1] <= _NEAR and place - groups[-1][0] <= _WIDEST
        if near:
            groups[-1].append(place)
        else:
            groups.append([place])
    lines = [(group[0] + group[-1]) / 2 for group in groups]
    return lines if len(lines) > 1 else [lines[0], lines[0] + 1.0]


def nearest(lines: Positions, place: float) -> int:
    """The index of the line nearest to a place."""
    after = bisect_right(lines, place)
    candidates = [i for i in (after - 1, after) if 0 <= i < len(lines)]
    return min(candidates, key=lambda i: abs(lines[i] - place))


def _closed(rules: Iterable[Rule], lines: Positions, across: Positions) -> list[list[bool]]:
    """For each line and each step along it, whether rules cover most of that step."""
    steps = list(pairwise(across))
    covered = [[0.0] * len(steps) for _ in lines]
    for at, start, end in rules:
        row = covered[nearest(lines, at)]
        for i, (first, last) in enumerate(steps):
            if first < end and last > start:
                row[i] += min(end, last) - max(start, first)
    lengths = [last - first for first, last in steps]
    return [[c >= _COVERED * n for c, n in zip(row, lengths, strict=True)] for row in covered]

"""Papers made from the form, and their grids as rows of cells again."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from random import Random

from tests.fuzz.paper import NOTHING, Grid, Line, Paper, Spot, Table, Truth
from tests.unit.extract.balanced import balanced_values
from tests.unit.extract.bending import grid_of
from tests.unit.extract.made_reports import TITLES, C, Key, Made, Rows, values_of
from tests.unit.extract.written import HEADINGS

BLANK_SHARE = 0.1


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

"""The cells of the form by the place of their values in tables of exactly its shape."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple

from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.geometry.fitting import Cells, fit
from annual_reports.extract.geometry.runs import Run, runs_of
from annual_reports.extract.geometry.shapes import Key, Shape, Shapes, Tier, shapes_of
from annual_reports.extract.layouts import Place, Remembered, cell_at, places_in

Placed = dict[Key, RawCell]
KNOWN: Final[Remembered[dict[str, dict[Key, Place]]]] = Remembered()


@dataclass(slots=True)
class _Piece:
    """The runs of one raw table that are of one tier. ``is_aligned``: columns line up."""

    table: int
    is_aligned: bool
    runs: list[Run] = field(default_factory=list)


class _Fit(NamedTuple):
    """The cells of a table of the form, in the pieces that have its shape together.

    ``has_all``: these are all the pieces of their tier.
    """

    cells: Placed
    pieces: Sequence[_Piece]
    has_all: bool


def read_by_place(
    tables: Sequence[RawTable], form: str, layout: Hashable | None = None
) -> dict[str, Placed]:
    """For each table of the form that is there in exactly its shape: the raw cell of each cell.

    A raw table with runs that belong to no table of the form is not believed at all. What is
    found in tables of a ``layout`` is remembered for the next of its kind.
    """
    if layout is None:
        return _read(tables, form)
    known = KNOWN.get((form, layout))
    if known is None:
        found = _read(tables, form)
        at = places_in(tables)
        known = {
            code: {key: at[id(cell)] for key, cell in placed.items()}
            for code, placed in found.items()
        }
        KNOWN.keep((form, layout), known)
    return {
        code: {key: cell_at(tables, place) for key, place in places.items()}
        for code, places in known.items()
    }


def _read(tables: Iterable[RawTable], form: str) -> dict[str, Placed]:
    shapes = shapes_of(form)
    pieces = _pieces(tables, shapes)
    fits: dict[str, _Fit] = {}
    for code, choices in shapes.by_table.items():
        found = [fit for shape in choices for fit in _fits(shape, pieces[shape.tier])]
        best = [fit for fit in found if fit.has_all] or found
        if len(best) == 1:
            fits[code] = best[0]
    explained = {id(piece) for found in fits.values() for piece in found.pieces}
    unexplained = {p.table for tier in pieces.values() for p in tier if id(p) not in explained}
    return {
        code: found.cells
        for code, found in fits.items()
        if unexplained.isdisjoint(piece.table for piece in found.pieces)
    }


def _pieces(tables: Iterable[RawTable], shapes: Shapes) -> dict[Tier, list[_Piece]]:
    pieces: dict[Tier, list[_Piece]] = {tier: [] for tier in Tier}
    for table in tables:
        is_aligned = table.layout == "grid"
        of_table = {tier: _Piece(table.number, is_aligned) for tier in Tier}
        for run in runs_of(table):
            if run.is_filled or (is_aligned and run.is_labelled):
                of_table[shapes.tier(len(run.cells), run.is_labelled)].runs.append(run)
        for tier, piece in of_table.items():
            piece.runs = _without_idle(piece.runs)
            if piece.runs:
                pieces[tier].append(piece)
    return pieces


def _without_idle(runs: list[Run]) -> list[Run]:
    """The runs less the blank ones that do not stand just where filled ones do."""
    if all(run.is_filled for run in runs):
        return runs
    extents = {_extent(run) for run in runs if run.is_filled}
    return [run for run in runs if run.is_filled or _extent(run) in extents]


def _extent(run: Run) -> tuple[int, int]:
    return run.cells[0].column, len(run.cells)


def _fits(shape: Shape, pieces: Sequence[_Piece]) -> Iterator[_Fit]:
    """Every way in which whole pieces one after another have the shape."""
    for start in range(len(pieces)):
        count = 0
        for end in range(start, len(pieces)):
            count += len(pieces[end].runs)
            if count >= len(shape.rows):
                chosen = pieces[start : end + 1]
                if cells := _place(shape, chosen):
                    yield _Fit(cells, chosen, len(chosen) == len(pieces))
                break


def _place(shape: Shape, pieces: Sequence[_Piece]) -> Placed | None:
    if sum(len(piece.runs) for piece in pieces) != len(shape.rows):
        return None
    rows = iter(shape.rows)
    placed: Placed = {}
    cells = 0
    for piece in pieces:
        pairs = [(next(rows), run.cells) for run in piece.runs]
        for width, block in groupby(pairs, key=lambda pair: len(pair[0])):
            keys, runs = zip(*block, strict=True)
            fitted = fit(runs, width, piece.is_aligned)
            if fitted is None:
                return None
            cells += width * len(fitted)
            _add(placed, keys, fitted)
    return placed if len({id(cell) for cell in placed.values()}) == cells else None


def _add(placed: Placed, keys: Iterable[Sequence[Key]], fitted: Iterable[Cells]) -> None:
    for row, cells in zip(keys, fitted, strict=True):
        placed.update(zip(row, cells, strict=True))

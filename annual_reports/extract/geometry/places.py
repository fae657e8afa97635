"""The cells of the form by the place of their values in tables of exactly its shape."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.geometry.fitting import Cells, fit
from annual_reports.extract.geometry.runs import Run, runs_of
from annual_reports.extract.geometry.shapes import Key, Shape, Shapes, Tier, shapes_of

Placed = dict[Key, RawCell]


@dataclass(slots=True)
class _Piece:
    """The runs of one raw table that are of one tier. ``is_aligned``: columns line up."""

    is_aligned: bool
    runs: list[Run] = field(default_factory=list)


def read_by_place(tables: Iterable[RawTable], form: str) -> dict[str, Placed]:
    """For each table of the form that has exactly its shape: the raw cell of each of its cells."""
    shapes = shapes_of(form)
    pieces = _pieces(tables, shapes)
    readings: dict[str, Placed] = {}
    for code, choices in shapes.by_table.items():
        fits = [fit for shape in choices for fit in _fits(shape, pieces[shape.tier])]
        whole = [placed for placed, is_all in fits if is_all] or [placed for placed, _ in fits]
        if len(whole) == 1:
            readings[code] = whole[0]
    return readings


def _pieces(tables: Iterable[RawTable], shapes: Shapes) -> dict[Tier, list[_Piece]]:
    pieces: dict[Tier, list[_Piece]] = {tier: [] for tier in Tier}
    for table in tables:
        is_aligned = table.layout == "grid"
        of_table = {tier: _Piece(is_aligned) for tier in Tier}
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


def _fits(shape: Shape, pieces: Sequence[_Piece]) -> Iterator[tuple[Placed, bool]]:
    """The cells of the form, for each way in which whole pieces one after another fit.

    With each, whether these are all the pieces there are, so that none is left to explain.
    """
    for start in range(len(pieces)):
        count = 0
        for end in range(start, len(pieces)):
            count += len(pieces[end].runs)
            if count >= len(shape.rows):
                if count == len(shape.rows) and (placed := _place(shape, pieces[start : end + 1])):
                    yield placed, end + 1 - start == len(pieces)
                break


def _place(shape: Shape, pieces: Iterable[_Piece]) -> Placed | None:
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

"""Sheets of cells to raw tables and lines, whatever kind of workbook they come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from annual_reports.extract.document import Document, Paragraph, RawCell, RawTable
from annual_reports.extract.readers.limits import check_cells

Range = tuple[tuple[int, int], tuple[int, int]]  # first and last (row, column), from 0
Grid = list[list[RawCell]]
_FULL_STOP: Final = "。"
_LONGEST_LABEL: Final = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of a sheet from its cell A1 on, as printed, and its merged ranges."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Sequence[Range] = ()


def document_of(
    path: Path, file_format: str, sheets: Sequence[Sheet], pictures: int = 0
) -> Document:
    """The workbook as a document: a table for each sheet with anything in it.

    Headings and prose above and between the tables stand in rows in which nothing else
    is filled: such a row is a line of text, and where it is no sentence, as it may also
    be a label of the table, a row too. Raises UnreadableFile when there are too many cells.
    """
    filled = [sheet for sheet in sheets if any(any(row) for row in sheet.rows)]
    check_cells(path, sum(len(sheet.rows) * max(map(len, sheet.rows)) for sheet in filled))
    tables: list[RawTable] = []
    paragraphs: list[Paragraph] = []
    for number, sheet in enumerate(filled, 1):
        grid = _grid(path, sheet)
        for place, row in enumerate(grid, 1):
            paragraphs.extend(_paragraphs(number, place, row))
        rows = (() if _is_sentence(_filled(row)) else tuple(row) for row in grid)
        tables.append(RawTable(number, tuple(rows)))
    titles = tuple(("title", sheet.name) for sheet in filled)
    return Document(path, file_format, titles, tuple(paragraphs), tuple(tables), pictures)


def column_name(column: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return letters


def _grid(path: Path, sheet: Sheet) -> Grid:
    width = max(map(len, sheet.rows))
    columns = [f"sheet {sheet.name}, cell {column_name(column)}" for column in range(width)]
    grid: Grid = []
    for row, texts in enumerate(sheet.rows, 1):
        line = zip(columns, (*texts, *[""] * (width - len(texts))), strict=True)
        cells = (
            RawCell(_tidy(text), f"{at}{row}", row, column)
            for column, (at, text) in enumerate(line, 1)
        )
        grid.append(list(cells))
    _merge(path, grid, sheet.merged)
    return grid


def _merge(path: Path, grid: Grid, ranges: Sequence[Range]) -> None:
    """Let every position of a merged range refer to its first cell, within the grid."""
    covered = 0
    for (top, left), (bottom, right) in ranges:
        rows = grid[top : bottom + 1]
        if rows and left < len(rows[0]):
            width = min(right + 1, len(rows[0])) - left
            covered += len(rows) * width
            check_cells(path, covered)
            for row in rows:
                row[left : left + width] = [grid[top][left]] * width


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _filled(row: Iterable[RawCell]) -> list[RawCell]:
    """The cells that are seen in the row with something in them, each once."""
    return [cell for cell in {id(cell): cell for cell in row}.values() if cell.text]


def _is_sentence(filled: Sequence[RawCell]) -> bool:
    """Whether the only cell filled is prose, which no label of a table is."""
    if len(filled) != 1:
        return False
    return _FULL_STOP in filled[0].text or len(filled[0].text) > _LONGEST_LABEL


def _paragraphs(table: int, place: int, row: Sequence[RawCell]) -> Iterator[Paragraph]:
    """The lines that begin in the row; those of a cell alone in it stand outside the table."""
    filled = _filled(row)
    number = table if len(filled) > 1 else None
    for cell in filled:
        if cell.row == place:
            yield from (Paragraph(line, number) for line in cell.text.split("\n"))

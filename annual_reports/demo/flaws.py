"""The planted flaws: ``flaws.csv`` as data, and the little language of its edits.

An edit changes the printed texts of one report: ``3/disclosed/total+=1`` and ``-=1`` add
and subtract, ``3/disclosed/total=7`` prints what follows (nothing: a blank cell),
``drop-row 3/other_misc`` and ``drop-table 4`` leave out a row or a table. ``;`` parts edits.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from annual_reports.errors import InvalidRegistry
from annual_reports.export.official_tables import CellKey

COLUMNS = ("flaw_id", "agency_id", "year", "rule", "table", "row", "column", "edits", "note")
_SET = re.compile(r"(?P<key>\w+/\w+/\w+)(?P<how>\+=|-=|=)(?P<value>.*)")
_DROP = re.compile(r"drop-(?P<what>row|table) (?P<key>[\w/]+)")


@dataclass(frozen=True)
class Planted:
    """One finding a planted flaw must lead to, where its rule reports it.

    The finding that carries ``edits`` says by them how the flaw is made, in the report
    of its own agency and year. ``row`` and ``column`` are empty where a rule names none.
    """

    flaw_id: str
    agency_id: str
    year: int
    rule: str
    table: str
    row: str
    column: str
    edits: str
    note: str
    line: int


def read_flaws(path: Path) -> tuple[Planted, ...]:
    """Every expected finding, in the order of the file.

    Raises InvalidRegistry naming file and line when the header is another, or a
    year or an edit cannot be read.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        header = tuple(reader.fieldnames or ())
        if header != COLUMNS:
            raise _refusal(path.name, 1, ",".join(header), ",".join(COLUMNS))
        return tuple(_planted(path.name, reader.line_num, row) for row in reader)


def apply_edits(cells: Mapping[CellKey, str], planted: Planted) -> dict[CellKey, str]:
    """The texts of a report with the edits of one finding carried out.

    Raises InvalidRegistry when an edit names a cell, row or table the report does not have,
    or reckons with a text that is no number.
    """
    edited = dict(cells)
    for edit in _split(planted.edits):
        try:
            edited = _apply(edited, edit)
        except (KeyError, InvalidOperation) as problem:
            raise _refusal("flaws.csv", planted.line, edit, "table/row/column") from problem
    return edited


def _planted(file: str, line: int, row: dict[str, str | None]) -> Planted:
    texts = {name: (row[name] or "").strip() for name in COLUMNS}
    year = texts.pop("year")
    if not year.isdecimal():
        raise _refusal(file, line, year, "2019")
    for edit in _split(texts["edits"]):
        if not (_SET.fullmatch(edit) or _DROP.fullmatch(edit)):
            raise _refusal(file, line, edit, "3/disclosed/total+=1 | drop-row 3/other_misc")
    return Planted(**texts, year=int(year), line=line)


def _split(edits: str) -> list[str]:
    return [edit.strip() for edit in edits.split(";") if edit.strip()]


def _apply(cells: dict[CellKey, str], edit: str) -> dict[CellKey, str]:
    drop = _DROP.fullmatch(edit)
    if drop:
        return _without(cells, tuple(drop["key"].split("/")))
    match = _SET.fullmatch(edit)
    if match is None:
        raise KeyError(edit)
    table, row, column = match["key"].split("/")
    key = (table, row, column)
    return {**cells, key: _changed(cells[key], match["how"], match["value"])}


def _changed(text: str, how: str, value: str) -> str:
    if how == "=":
        return value
    change = Decimal(value)
    return str(Decimal(text) + (change if how == "+=" else -change))


def _without(cells: dict[CellKey, str], start: tuple[str, ...]) -> dict[CellKey, str]:
    kept = {key: text for key, text in cells.items() if key[: len(start)] != start}
    if len(kept) == len(cells):
        raise KeyError(start)
    return kept


def _refusal(file: str, line: int, found: str, expected: str) -> InvalidRegistry:
    return InvalidRegistry("registry-invalid", file=file, line=line, found=found, expected=expected)

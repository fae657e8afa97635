"""The planted flaws: ``flaws.csv`` as data. What its edits do: ``edits.py``."""

import csv
from dataclasses import dataclass
from pathlib import Path

from annual_reports.demo.edits import Edit, parse_edits
from annual_reports.errors import InvalidRegistry

COLUMNS = ("flaw_id", "agency_id", "year", "rule", "table", "row", "column", "edits", "note")
FILE = "flaws.csv"


@dataclass(frozen=True)
class Planted:
    """One finding a planted flaw must lead to, where its rule reports it.

    The finding that carries ``edits`` says by them how the flaw is made, in the report
    of its own agency and year. ``table``, ``row`` and ``column`` are empty where a rule
    names none.
    """

    flaw_id: str
    agency_id: str
    year: int
    rule: str
    table: str
    row: str
    column: str
    edits: tuple[Edit, ...]
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
            raise refusal(1, ",".join(header), ",".join(COLUMNS), path.name)
        return tuple(_planted(path.name, reader.line_num, row) for row in reader)


def refusal(line: int, found: str, expected: str, file: str = FILE) -> InvalidRegistry:
    """The error for a line that breaks the rules of the file."""
    return InvalidRegistry("registry-invalid", file=file, line=line, found=found, expected=expected)


def _planted(file: str, line: int, row: dict[str, str | None]) -> Planted:
    texts = {name: (row[name] or "").strip() for name in COLUMNS}
    year, edits = texts.pop("year"), texts.pop("edits")
    if not year.isdecimal():
        raise refusal(line, year, "2019", file)
    try:
        return Planted(**texts, year=int(year), edits=parse_edits(edits), line=line)
    except ValueError as unknown:
        expected = "3/disclosed/total+=1 | drop-row 3/other_misc"
        raise refusal(line, str(unknown), expected, file) from unknown

"""Earlier versions of some reports: ``revisions.csv`` as data."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from annual_reports.demo.edits import parse_edits
from annual_reports.demo.flaws import Planted, refusal

FILE: Final = "revisions.csv"
COLUMNS: Final = ("agency_id", "year", "edits", "note")
Earlier = Mapping[tuple[str, int], Sequence[Planted]]


def read_revisions(path: Path) -> Earlier:
    """Of each report that was revised its earlier versions, the oldest first.

    A version is told by the edits that make it of the report as it is now. Raises
    InvalidRegistry naming file and line when the header is another, or a year or an edit
    cannot be read.
    """
    earlier: dict[tuple[str, int], list[Planted]] = defaultdict(list)
    for version in _versions(path):
        earlier[version.agency_id, version.year].append(version)
    return earlier


def _versions(path: Path) -> Iterator[Planted]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        header = tuple(reader.fieldnames or ())
        if header != COLUMNS:
            raise refusal(1, ",".join(header), ",".join(COLUMNS), path.name)
        for row in reader:
            yield _version(path.name, reader.line_num, row)


def _version(file: str, line: int, row: dict[str, str]) -> Planted:
    """A version as an edited report that no rule is to object to."""
    if not row["year"].isdecimal():
        raise refusal(line, row["year"], "2023", file)
    try:
        edits = parse_edits(row["edits"])
    except ValueError as unknown:
        expected = "published 2024-01-16; 3/disclosed/total+=2"
        raise refusal(line, str(unknown), expected, file) from unknown
    return Planted(
        flaw_id="", agency_id=row["agency_id"], year=int(row["year"]), rule="",
        table="", row="", column="", edits=edits, note=row["note"], line=line,
    )  # fmt: skip

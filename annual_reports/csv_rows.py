"""CSV files kept by hand: their rows, and the values in them, refused by file and line."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NoReturn

from annual_reports.errors import InvalidRegistry


def rows_of(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row with its line, values without surrounding blanks; none of a file that is not there.

    Raises InvalidRegistry where the file is not in UTF-8.
    """
    if not file.exists():
        return
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = file.read_bytes()[: error.start]
        refuse(file, before.count(b"\n") + 1, repr(error.object[error.start :][:1]), "UTF-8")
    reader = csv.DictReader(StringIO(text, newline=""))
    for row in reader:
        told = {name: value for name, value in row.items() if name is not None}
        yield reader.line_num, {name: (value or "").strip() for name, value in told.items()}


def year_in(file: Path, line: int, value: str) -> int | None:
    """A year of four digits, None where nothing stands; raises InvalidRegistry."""
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) == len("2019")):
        refuse(file, line, value, "2019")
    return int(value)


def day_in(file: Path, line: int, value: str) -> date | None:
    """A date as 2020-01-31, None where nothing stands; raises InvalidRegistry."""
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        refuse(file, line, value, "2020-01-31")


def refuse(file: Path, line: int, found: str, expected: str) -> NoReturn:
    """Raise InvalidRegistry: what stands in that line and what should."""
    raise InvalidRegistry(
        "registry-invalid", file=file.name, line=line, found=found, expected=expected
    )

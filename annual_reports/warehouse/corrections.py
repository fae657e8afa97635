"""Corrections: wrong values of a source, put right by hand, with reason and expected old text."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import duckdb

from annual_reports.errors import AnnualReportsError

FILE: Final = "corrections.toml"
_CELL: Final = re.compile(r"\w+/\w+/\w+")
_KEYS: Final = ("agency_id", "year", "cell", "old", "new", "reason", "who", "when")


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell of one report: ``old`` is what the source must print, ``new`` the right value."""

    file: str
    agency_id: str
    year: int
    cell: str
    old: str
    new: Decimal
    reason: str
    who: str
    when: str


def read_corrections(file: Path) -> Iterator[Correction]:
    """The entries of a corrections file, none where it does not exist.

    Raises AnnualReportsError naming the entry that breaks the rules.
    """
    if not file.exists():
        return
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("corrections", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(file, str(error), "TOML") from error
    for entry in entries:
        yield _correction(file, entry)


def _correction(file: Path, entry: dict[str, Any]) -> Correction:
    if set(entry) != set(_KEYS):
        raise _invalid(file, ", ".join(entry), ", ".join(_KEYS))
    try:
        new = Decimal(str(entry["new"]))
    except InvalidOperation as error:
        raise _invalid(file, f"new = {entry['new']}", "123") from error
    is_year, is_cell = isinstance(entry["year"], int), _CELL.fullmatch(str(entry["cell"]))
    if not (new.is_finite() and is_year and is_cell):
        raise _invalid(file, f"{entry['year']} {entry['cell']} {new}", "2020 3/disclosed/total 1")
    told = {key: str(entry[key]) for key in _KEYS if key not in {"year", "new"}}
    return Correction(file=file.as_posix(), year=entry["year"], new=new, **told)


def _invalid(file: Path, found: str, expected: str) -> AnnualReportsError:
    return AnnualReportsError(
        "corrections-invalid", file=file.as_posix(), found=found, expected=expected
    )


def correct(con: duckdb.DuckDBPyConnection, corrections: Sequence[Correction]) -> None:
    """Put the new values in place and keep what was printed.

    Raises AnnualReportsError when a correction meets no cell, or one that no longer prints
    the old text.
    """
    for entry in corrections:
        report_id, printed = _target(con, entry)
        if report_id is None or printed != entry.old:
            raise AnnualReportsError(
                "correction-stale", file=entry.file, cell=entry.cell, expected=entry.old,
                report=f"{entry.agency_id} {entry.year}", found="—" if printed is None else printed,
            )  # fmt: skip
        key = [report_id, *entry.cell.split("/")]
        con.execute(
            "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*key, entry.old, entry.new, entry.reason, entry.who, entry.when],
        )
        con.execute(
            "UPDATE cells SET value = ?, status = 'number' WHERE report_id = ?"
            " AND table_code = ? AND row_code = ? AND column_code = ?",
            [entry.new, *key],
        )


def _target(con: duckdb.DuckDBPyConnection, entry: Correction) -> tuple[str | None, str | None]:
    """The current report that is meant, and what the cell prints; None where there is none."""
    row = con.execute(
        "SELECT report_id, raw FROM cells JOIN reports USING (report_id)"
        " WHERE agency_id = ? AND year = ? AND is_current"
        " AND table_code = ? AND row_code = ? AND column_code = ?",
        [entry.agency_id, entry.year, *entry.cell.split("/")],
    ).fetchone()
    return row or (None, None)

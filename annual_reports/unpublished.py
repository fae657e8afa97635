"""Reports that were not published: unpublished.csv, in which somebody says so with a source.

That a report is not held says nothing of whether it was published; only a person who looked can.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from annual_reports.csv_rows import day_in, refuse, rows_of, year_in

_COLUMNS: Final = ("agency_id", "year", "source", "who", "stated_on")
Years = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Nonpublication:
    """What ``who`` found on ``stated_on``: that the report of that agency and year is not out.

    ``source`` says how that is known: an address looked at, a letter, a notice.
    """

    agency_id: str
    year: int
    source: str
    who: str
    stated_on: date
    note: str = ""


def read_nonpublications(
    files: Iterable[Path], due: Mapping[str, Years]
) -> Iterator[Nonpublication]:
    """The entries of the files; ``due`` are the first and last report year of every agency.

    Raises InvalidRegistry naming file and line when a value is missing or no date, the report is
    of nobody or never due, it stands twice, or was looked for before its year was over.
    """
    seen: set[tuple[str, int]] = set()
    for file in files:
        for line, row in rows_of(file):
            entry = _entry(file, line, row)
            _check(file, line, entry, due)
            if (entry.agency_id, entry.year) in seen:
                twice = f"{entry.agency_id} {entry.year} ×2"
                refuse(file, line, twice, "agency_id, year: unique")
            seen.add((entry.agency_id, entry.year))
            yield entry


def _entry(file: Path, line: int, row: Mapping[str, str]) -> Nonpublication:
    year = year_in(file, line, row.get("year", ""))
    stated_on = day_in(file, line, row.get("stated_on", ""))
    missing = [name for name in _COLUMNS if not row.get(name)]
    if missing or year is None or stated_on is None:
        refuse(file, line, f"{missing[0]} = ''", ", ".join(_COLUMNS))
    note = row.get("note", "")
    return Nonpublication(row["agency_id"], year, row["source"], row["who"], stated_on, note)


def _check(file: Path, line: int, entry: Nonpublication, due: Mapping[str, Years]) -> None:
    """Refuse what cannot be: nobody's report, one that is not due, one of a year still running."""
    if entry.agency_id not in due:
        refuse(file, line, f"agency_id = {entry.agency_id}", "agencies.csv: agency_id")
    first, last = due[entry.agency_id]
    if entry.year < first or (last is not None and entry.year > last):
        refuse(file, line, f"{entry.agency_id} {entry.year}", f"year: {first}–{last or ''}")
    if entry.stated_on.year <= entry.year:
        stated = f"stated_on = {entry.stated_on}, year = {entry.year}"
        refuse(file, line, stated, f"stated_on ≥ {entry.year + 1}-01-01")

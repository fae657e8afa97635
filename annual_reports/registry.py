"""Who the agencies are and what is known of files beforehand: agencies.csv and manifest.csv.

What these two files say wins over what is read in a report.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final, NoReturn

from annual_reports.errors import InvalidRegistry

AGENCIES: Final = "agencies.csv"
MANIFEST: Final = "manifest.csv"
LEVELS = ("province", "city", "county", "township")
KINDS = ("government", "department", "township", "zone", "other")


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency, whatever it has been called.

    ``region_path`` runs from the province down, parted by ``/``. ``consolidated_into``
    is the agency whose consolidated report contains this one's figures, ``merged_into``
    the one that took over its duties after ``active_until``. ``active_from`` and
    ``active_until`` are report years; None means without limit.
    """

    agency_id: str
    name: str
    name_en: str
    region_path: str
    level: str
    kind: str
    sector: str = ""
    is_consolidated: bool = False
    consolidated_into: str | None = None
    former_names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    active_from: int | None = None
    active_until: int | None = None
    merged_into: str | None = None
    is_demo: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a report of this agency may carry."""
        return (self.name, *self.former_names, *self.aliases)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What is known of one file beforehand; None where the manifest is silent."""

    file: str
    agency_id: str | None = None
    year: int | None = None
    published_on: date | None = None
    source_url: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Registry:
    """The agencies and the manifest together."""

    agencies: tuple[Agency, ...] = ()
    manifest: tuple[ManifestEntry, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, Agency]:
        return {_plain(name): agency for agency in self.agencies for name in agency.names}

    @cached_property
    def _entries(self) -> dict[str, list[ManifestEntry]]:
        entries: dict[str, list[ManifestEntry]] = {}
        for entry in self.manifest:
            entries.setdefault(PurePosixPath(entry.file).name, []).append(entry)
        return entries

    @cached_property
    def _by_id(self) -> dict[str, Agency]:
        return {agency.agency_id: agency for agency in self.agencies}

    def agency(self, agency_id: str) -> Agency | None:
        """The agency of that id."""
        return self._by_id.get(agency_id)

    def agency_named(self, name: str) -> Agency | None:
        """The agency that bears or bore that name, blanks and character width aside."""
        return self._by_name.get(_plain(name))

    def entry_for(self, path: Path) -> ManifestEntry | None:
        """The manifest's entry whose ``file`` is the longest tail of that path."""
        parts = path.parts
        same_name = self._entries.get(path.name, ())
        fitting = [entry for entry in same_name if _is_tail(entry.file, parts)]
        return max(fitting, key=lambda entry: len(PurePosixPath(entry.file).parts), default=None)


def read_registry(agency_files: Iterable[Path], manifest_files: Iterable[Path]) -> Registry:
    """The registry from CSV files; files that do not exist count as empty.

    What a later file says of an agency replaces what an earlier one says.
    Raises InvalidRegistry naming file and line when an id or name stands twice, a level
    or kind is unknown, or an id that is pointed to does not exist.
    """
    agencies = {agency.agency_id: agency for file in agency_files for agency in read_agencies(file)}
    registry = Registry(
        tuple(agencies.values()),
        tuple(entry for file in manifest_files for entry in _read_manifest(file)),
    )
    _check_references(registry)
    return registry


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _is_tail(file: str, parts: tuple[str, ...]) -> bool:
    tail = PurePosixPath(file).parts
    return parts[-len(tail) :] == tail


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    if not file.exists():
        return
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        for row in reader:
            yield reader.line_num, {key: (value or "").strip() for key, value in row.items()}


def read_agencies(file: Path) -> Iterator[Agency]:
    """The agencies of one file, none where it does not exist; raises InvalidRegistry."""
    seen: set[str] = set()
    for line, row in _rows(file):
        agency = _agency(file, line, row)
        taken = seen & {agency.agency_id, *map(_plain, agency.names)}
        if taken:
            _refuse(file, line, f"{sorted(taken)[0]} ×2", "agency_id, name: unique")
        seen |= {agency.agency_id, *map(_plain, agency.names)}
        yield agency


def _agency(file: Path, line: int, row: dict[str, str]) -> Agency:
    if not row.get("agency_id") or not row.get("name"):
        _refuse(file, line, "agency_id/name = ''", "agency_id, name")
    if row["level"] not in LEVELS:
        _refuse(file, line, f"level = {row['level']}", " | ".join(LEVELS))
    if row["kind"] not in KINDS:
        _refuse(file, line, f"kind = {row['kind']}", " | ".join(KINDS))
    return Agency(
        agency_id=row["agency_id"],
        name=row["name"],
        name_en=row.get("name_en") or row["name"],
        region_path=row["region_path"],
        level=row["level"],
        kind=row["kind"],
        sector=row.get("sector", ""),
        is_consolidated=row.get("is_consolidated") == "true",
        consolidated_into=row.get("consolidated_into") or None,
        former_names=_list(row.get("former_names", "")),
        aliases=_list(row.get("aliases", "")),
        active_from=_year(file, line, row.get("active_from", "")),
        active_until=_year(file, line, row.get("active_until", "")),
        merged_into=row.get("merged_into") or None,
        is_demo=row.get("is_demo") == "true",
    )


def _read_manifest(file: Path) -> Iterator[ManifestEntry]:
    for line, row in _rows(file):
        if not row.get("file"):
            _refuse(file, line, "file = ''", "file")
        yield ManifestEntry(
            file=row["file"],
            agency_id=row.get("agency_id") or None,
            year=_year(file, line, row.get("year", "")),
            published_on=_date(file, line, row.get("published_on", "")),
            source_url=row.get("source_url") or None,
            note=row.get("note", ""),
        )


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _year(file: Path, line: int, value: str) -> int | None:
    if not value:
        return None
    if not (value.isdecimal() and len(value) == len("2019")):
        _refuse(file, line, value, "2019")
    return int(value)


def _date(file: Path, line: int, value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        _refuse(file, line, value, "2020-01-31")


def _check_references(registry: Registry) -> None:
    known = {agency.agency_id for agency in registry.agencies}
    for agency in registry.agencies:
        for other in (agency.consolidated_into, agency.merged_into):
            if other and other not in known:
                _refuse(Path(AGENCIES), 0, f"{agency.agency_id} → {other}", "agency_id")


def _refuse(file: Path, line: int, found: str, expected: str) -> NoReturn:
    raise InvalidRegistry(
        "registry-invalid", file=file.name, line=line, found=found, expected=expected
    )

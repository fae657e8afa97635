"""What is known beforehand: agencies.csv, manifest.csv and unpublished.csv.

What the first two say wins over what is read in a report; the third says which reports somebody
found not to be published.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from annual_reports.csv_rows import day_in, refuse, rows_of, year_in
from annual_reports.form import uniform_forms
from annual_reports.unpublished import Nonpublication, read_nonpublications

AGENCIES: Final = "agencies.csv"
MANIFEST: Final = "manifest.csv"
UNPUBLISHED: Final = "unpublished.csv"
LEVELS = ("province", "city", "county", "township")
KINDS = ("government", "department", "township", "zone", "other")


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency, whatever it has been called.

    ``region_path`` runs from the province down, parted by ``/``. ``consolidated_into``
    is the agency whose consolidated report contains this one's figures, ``merged_into``
    the one that took over its duties after ``active_until``. ``active_from`` and
    ``active_until`` are report years; None means without limit. ``named_until`` has the last
    report year of those former names of which it is known. Where ``level``, ``kind`` or
    ``sector`` is empty, a build looks at what the name says.
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
    named_until: tuple[tuple[str, int], ...] = ()
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
    """The agencies, the manifest and what is known not to be published."""

    agencies: tuple[Agency, ...] = ()
    manifest: tuple[ManifestEntry, ...] = ()
    unpublished: tuple[Nonpublication, ...] = ()

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


def read_registry(
    agency_files: Iterable[Path],
    manifest_files: Iterable[Path],
    unpublished_files: Iterable[Path] = (),
) -> Registry:
    """The registry from CSV files; files that do not exist count as empty.

    What a later file says of an agency replaces what an earlier one says.
    Raises InvalidRegistry naming file and line when an id, name or report stands twice, a level
    or kind is unknown, or an id that is pointed to does not exist.
    """
    agencies = {agency.agency_id: agency for file in agency_files for agency in read_agencies(file)}
    registry = Registry(
        tuple(agencies.values()),
        tuple(entry for file in manifest_files for entry in _read_manifest(file)),
        tuple(read_nonpublications(unpublished_files, _report_years(agencies))),
    )
    _check_references(registry)
    return registry


def _report_years(agencies: Mapping[str, Agency]) -> dict[str, tuple[int, int | None]]:
    """From and until which report year each agency's reports are due; None without end."""
    first = uniform_forms()[0].first_year
    return {
        code: (max(first, agency.active_from or first), agency.active_until)
        for code, agency in agencies.items()
    }


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _is_tail(file: str, parts: tuple[str, ...]) -> bool:
    tail = PurePosixPath(file).parts
    return parts[-len(tail) :] == tail


def read_agencies(file: Path) -> Iterator[Agency]:
    """The agencies of one file, none where it does not exist; raises InvalidRegistry."""
    seen: set[str] = set()
    for line, row in rows_of(file):
        agency = _agency(file, line, row)
        taken = seen & {agency.agency_id, *map(_plain, agency.names)}
        if taken:
            refuse(file, line, f"{sorted(taken)[0]} ×2", "agency_id, name: unique")
        seen |= {agency.agency_id, *map(_plain, agency.names)}
        yield agency


def _agency(file: Path, line: int, row: dict[str, str]) -> Agency:
    if not row.get("agency_id") or not row.get("name"):
        refuse(file, line, "agency_id/name = ''", "agency_id, name")
    if row["level"] not in ("", *LEVELS):
        refuse(file, line, f"level = {row['level']}", " | ".join(LEVELS))
    if row["kind"] not in ("", *KINDS):
        refuse(file, line, f"kind = {row['kind']}", " | ".join(KINDS))
    former = [entry.partition("@") for entry in _list(row.get("former_names", ""))]
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
        former_names=tuple(name for name, _, _ in former),
        named_until=tuple(
            (name, until) for name, _, told in former if (until := year_in(file, line, told))
        ),
        aliases=_list(row.get("aliases", "")),
        active_from=year_in(file, line, row.get("active_from", "")),
        active_until=year_in(file, line, row.get("active_until", "")),
        merged_into=row.get("merged_into") or None,
        is_demo=row.get("is_demo") == "true",
    )


def _read_manifest(file: Path) -> Iterator[ManifestEntry]:
    for line, row in rows_of(file):
        if not row.get("file"):
            refuse(file, line, "file = ''", "file")
        yield ManifestEntry(
            file=row["file"],
            agency_id=row.get("agency_id") or None,
            year=year_in(file, line, row.get("year", "")),
            published_on=day_in(file, line, row.get("published_on", "")),
            source_url=row.get("source_url") or None,
            note=row.get("note", ""),
        )


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(";") if part.strip())


def _check_references(registry: Registry) -> None:
    known = {agency.agency_id for agency in registry.agencies}
    for agency in registry.agencies:
        for other in (agency.consolidated_into, agency.merged_into):
            if other and other not in known:
                refuse(Path(AGENCIES), 0, f"{agency.agency_id} → {other}", "agency_id")

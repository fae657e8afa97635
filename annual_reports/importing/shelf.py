"""The folder of imported reports: each file by itself, with its lines in the registry files."""

import csv
import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.errors import AnnualReportsError
from annual_reports.importing.claims import Claim
from annual_reports.locks import locked
from annual_reports.registry import AGENCIES, MANIFEST, Agency

_MANIFEST_FIELDS: Final = ("file", "agency_id", "year", "published_on", "source_url", "note")
_AGENCY_FIELDS: Final = ("agency_id", "name", "name_en", "region_path", "level", "kind")
_LOCK: Final = ".lock"  # hidden, so that no build takes it for a report
_REMOVED: Final = ".removed"
_WAIT: Final = 30.0  # seconds for another's few lines
_PARTS: Final = 2  # of ``imports/00001/name.html``, before the name
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report to be kept: a safe name, its bytes, and what a person says of it.

    The claim names its agency; ``is_new`` where that is to be registered with it.
    """

    name: str
    data: bytes
    claim: Claim
    is_new: bool = False


class Taken(NamedTuple):
    """Lines of the manifest and of the agencies."""

    manifest: tuple[Row, ...]
    agencies: tuple[Row, ...] = ()


class Shelf:
    """The imported reports below a folder. Several may write to it at once; nothing is lost."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, arrivals: Sequence[Arrival]) -> tuple[str, ...]:
        """Keep these reports; the numbers under which they stand, in their order.

        Raises AnnualReportsError where the folder cannot be written; then none is kept.
        """
        try:
            with locked(self.folder / _LOCK, _WAIT):
                first = self._last_number() + 1
                numbers = tuple(f"{first + place:05}" for place in range(len(arrivals)))
                self._put_all(numbers, arrivals)
        except OSError as error:
            found = error.strerror or type(error).__name__
            raise AnnualReportsError(
                "import-failed", file=self.folder.as_posix(), found=found
            ) from error
        return numbers

    def _put_all(self, numbers: Sequence[str], arrivals: Sequence[Arrival]) -> None:
        try:
            for number, arrival in zip(numbers, arrivals, strict=True):
                (self.folder / number).mkdir()
                (self.folder / number / arrival.name).write_bytes(arrival.data)
            agencies = (a.claim.agency for a in arrivals if a.is_new and a.claim.agency)
            entries = map(_manifest_row, numbers, arrivals)
            self._add(Taken(tuple(entries), tuple(map(_agency_row, agencies))))
        except OSError:
            for number in numbers:
                shutil.rmtree(self.folder / number, ignore_errors=True)
            raise

    def take_back(self, numbers: Collection[str], *, for_good: bool = False) -> Taken:
        """Put these reports aside, so that no build finds them, with what was said of them.

        They stay below the folder, hidden, unless it is ``for_good``. Raises
        AnnualReportsError where one is not there.
        """
        with locked(self.folder / _LOCK, _WAIT):
            for number in numbers:
                if not (number.isdecimal() and (self.folder / number).is_dir()):
                    raise AnnualReportsError("import-gone", file=number)
            for number in numbers:
                self._aside(number, for_good=for_good)
            return self._forget(numbers)

    def put_back(self, taken: Taken) -> None:
        """Undo ``take_back``."""
        with locked(self.folder / _LOCK, _WAIT):
            for number in map(_number, taken.manifest):
                shutil.move(self.folder / _REMOVED / number, self.folder / number)
            self._add(taken)

    def manifest(self) -> list[Row]:
        """What is said of the imported reports, with their ``number``, the newest first."""
        rows = self._rows(MANIFEST)
        return [{**row, "number": _number(row)} for row in reversed(rows) if _number(row)]

    def _last_number(self) -> int:
        places = (*self.folder.glob("[0-9]*"), *(self.folder / _REMOVED).glob("[0-9]*"))
        return max((int(path.name) for path in places if path.name.isdecimal()), default=0)

    def _aside(self, number: str, *, for_good: bool) -> None:
        if for_good:
            shutil.rmtree(self.folder / number)
            return
        (self.folder / _REMOVED).mkdir(exist_ok=True)
        shutil.move(self.folder / number, self.folder / _REMOVED / number)

    def _add(self, lines: Taken) -> None:
        """Write these lines; an agency that is there already stays as it is."""
        known = self._rows(AGENCIES)
        ids = {row["agency_id"] for row in known}
        fresh = {row["agency_id"]: row for row in lines.agencies if row["agency_id"] not in ids}
        if fresh:
            self._write(AGENCIES, _AGENCY_FIELDS, [*known, *fresh.values()])
        self._write(MANIFEST, _MANIFEST_FIELDS, [*self._rows(MANIFEST), *lines.manifest])

    def _forget(self, numbers: Collection[str]) -> Taken:
        """Drop the lines of these reports, and agencies that only they needed."""
        rows, agencies = self._rows(MANIFEST), self._rows(AGENCIES)
        gone = [row for row in rows if _number(row) in numbers]
        kept = [row for row in rows if row not in gone]
        used = {row["agency_id"] for row in kept}
        idle = [row for row in agencies if row["agency_id"] not in used]
        self._write(MANIFEST, _MANIFEST_FIELDS, kept)
        if idle:
            named = [row for row in agencies if row not in idle]
            self._write(AGENCIES, _AGENCY_FIELDS, named)
        return Taken(tuple(gone), tuple(idle))

    def _rows(self, name: str) -> list[Row]:
        file = self.folder / name
        if not file.exists():
            return []
        with file.open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def _write(self, name: str, fields: Sequence[str], rows: Iterable[Row]) -> None:
        """The file as a whole: who reads it meanwhile sees the old one or the new one."""
        fresh = self.folder / f".{name}.new"
        with fresh.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, fields, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        fresh.replace(self.folder / name)


def _number(row: Row) -> str:
    """The number of an import; none for a line that someone wrote by hand."""
    parts = row["file"].split("/")
    return parts[1] if len(parts) > _PARTS else ""


def _manifest_row(number: str, arrival: Arrival) -> Row:
    said = arrival.claim
    agency_id = said.agency.agency_id if said.agency else ""
    values = (
        f"imports/{number}/{arrival.name}", agency_id, _text(said.year), _text(said.published_on),
        _text(said.source_url), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )  # fmt: skip
    return dict(zip(_MANIFEST_FIELDS, values, strict=True))


def _agency_row(agency: Agency) -> Row:
    return {name: str(getattr(agency, name)) for name in _AGENCY_FIELDS}


def _text(value: object) -> str:
    return "" if value is None else str(value)

"""What a build must fulfil to be published: limits of change, and counts that are foretold."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from annual_reports.errors import AnnualReportsError

LIMITS: Final = "publishing.toml"
EXPECTED: Final = "expected.toml"
_KEEP: Final = "keep_builds"
_MEASURES: Final = ("reports_lost", "files_refused", "numbers_lost")
_COUNTED: Final = ("reports", "cells")
_SCOPE: Final = ("data", "year", "agency_id")


class Limit(NamedTuple):
    """How much worse a build may be: ``few`` in any case, of larger numbers a share."""

    few: int
    share: float

    def of(self, base: int) -> int:
        """The most that is let pass of so many."""
        return max(self.few, int(self.share * base))


class Expected(NamedTuple):
    """What is foretold of some data, year or agency (None: all): ``reports`` or ``cells``."""

    file: str
    is_demo: bool
    year: int | None
    agency_id: str | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """How many older builds are kept, and the limit of each measure of publish/against.sql."""

    keep_builds: int
    worse: Mapping[str, Limit]


def read_limits(folders: Sequence[Path]) -> Limits:
    """Those of the last folder that has some; raises AnnualReportsError naming a fault."""
    (*_, file) = (at / LIMITS for at in folders if (at / LIMITS).exists())
    told = _read(file)
    if set(told) != {_KEEP, *_MEASURES}:
        raise _invalid(file, ", ".join(told), ", ".join((_KEEP, *_MEASURES)))
    kept = told[_KEEP]
    if type(kept) is not int or kept < 0:
        raise _invalid(file, f"{_KEEP} = {kept}", f"{_KEEP} = 0, 1, 2 …")
    return Limits(kept, {name: _limit(file, name, told[name]) for name in _MEASURES})


def _limit(file: Path, name: str, entry: Any) -> Limit:
    given = entry if isinstance(entry, dict) else {}
    few, share = given.get("few"), given.get("share")
    is_few = type(few) is int and few >= 0
    is_share = isinstance(share, int | float) and 0 <= share <= 1
    if not (is_few and is_share):
        raise _invalid(file, f"[{name}] {entry}", f"[{name}] few = 5, share = 0.02")
    return Limit(int(given["few"]), float(given["share"]))


def read_expected(folders: Sequence[Path]) -> Iterator[Expected]:
    """What the files of these folders foretell; raises AnnualReportsError naming a fault."""
    for file in (at / EXPECTED for at in folders if (at / EXPECTED).exists()):
        for entry in _read(file).get("expected", []):
            yield _expected(file, entry)


def _expected(file: Path, entry: dict[str, Any]) -> Expected:
    counts: dict[str, int] = {name: entry[name] for name in _COUNTED if name in entry}
    year, agency_id = entry.get("year"), entry.get("agency_id")
    is_sound = (
        bool(counts)
        and set(entry) <= {*_SCOPE, *_COUNTED}
        and entry.get("data") in {"real", "demo"}
        and all(type(count) is int for count in (*counts.values(), year or 0))
    )
    if not is_sound:
        raise _invalid(file, str(entry), 'data = "real", year = 2020, reports = 3, cells = 600')
    return Expected(file.name, entry["data"] == "demo", year, agency_id, counts)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(file, str(error), "TOML") from error


def _invalid(file: Path, found: str, expected: str) -> AnnualReportsError:
    return AnnualReportsError(
        "limits-invalid", file=file.as_posix(), found=found, expected=expected
    )

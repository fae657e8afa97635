"""Makes a new build of the warehouse and switches to it, leaving the old one whole until then."""

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.errors import UnreadableFile
from annual_reports.registry import Registry
from annual_reports.warehouse import rows
from annual_reports.warehouse.filling import Facts, append, connect, fill
from annual_reports.warehouse.rulings import Rulings

POINTER: Final = "CURRENT"
_OLD_BUILDS_KEPT: Final = 2


@dataclass(frozen=True, slots=True)
class Build:
    """A published build."""

    build_id: str
    path: Path
    reports: int


def publish(
    directory: Path,
    registry: Registry,
    facts: Facts,
    placements: Iterable[rows.Placement],
    refusals: Sequence[UnreadableFile] = (),
    rulings: Rulings = Rulings(),  # noqa: B008 immutable
) -> Build:
    """Write a new warehouse file into ``directory`` and point CURRENT at it.

    Until the last step readers keep the old build; a failure leaves it in place and
    raises what went wrong, AnnualReportsError where a correction does not fit its source.
    """
    directory.mkdir(parents=True, exist_ok=True)
    built_at = datetime.now(UTC)
    unfinished = directory / f"warehouse-{secrets.token_hex(6)}.part"
    try:
        with connect(unfinished) as con:
            fill(con, registry, facts, placements, refusals, rulings)
            digest, reports = _digest(con)
            build_id = f"{built_at:%Y%m%dT%H%M%S}-{digest}"
            info = (build_id, built_at.replace(tzinfo=None), reports + len(refusals))
            append(con, "build_info", [info])
        path = build_path(directory, build_id)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _point_at(directory, build_id)
    _drop_old_builds(directory, build_id)
    return Build(build_id, path, reports)


def _digest(con: duckdb.DuckDBPyConnection) -> tuple[str, int]:
    """A few characters for the bytes of all reports, and how many reports there are."""
    ((digest, reports),) = con.execute(
        "SELECT left(sha256(string_agg(sha256, '' ORDER BY sha256)), 6), count(*) FROM reports"
    ).fetchall()
    return digest or "empty", reports


def build_path(directory: Path, build_id: str) -> Path:
    """Where the file of a build stands."""
    return directory / f"warehouse-{build_id}.duckdb"


def _point_at(directory: Path, build_id: str) -> None:
    fresh = directory / f"{POINTER}.new"
    fresh.write_text(build_id, encoding="utf-8")
    fresh.replace(directory / POINTER)


def _drop_old_builds(directory: Path, build_id: str) -> None:
    """Keep the newest few; one that is still open elsewhere may refuse to go, and stays."""
    current = build_path(directory, build_id)
    others = (path for path in directory.glob("warehouse-*.duckdb") if path != current)
    for path in sorted(others, reverse=True)[_OLD_BUILDS_KEPT:]:
        with suppress(OSError):
            path.unlink()

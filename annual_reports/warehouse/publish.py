"""Makes a new build of the warehouse and switches to it, leaving the old one whole until then."""

import logging
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Final

import duckdb

from annual_reports.errors import Doubt, UnreadableFile
from annual_reports.registry import Registry
from annual_reports.warehouse import rows
from annual_reports.warehouse.builds import (
    build_path,
    drop_old_builds,
    drop_unfinished,
    facts_path,
    put_in_place,
)
from annual_reports.warehouse.filling import MEMORY, Facts, append, connect, fill, fill_from
from annual_reports.warehouse.gate import Gate
from annual_reports.warehouse.parquet import write_facts
from annual_reports.warehouse.rulings import Rulings
from annual_reports.warehouse.version import schema_version

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Build:
    """A published build, and what was accepted although it speaks against it."""

    build_id: str
    path: Path
    reports: int
    accepted: tuple[Doubt, ...] = ()


def publish(  # noqa: PLR0913 what a build is made of
    directory: Path,
    registry: Registry,
    facts: Facts,
    placements: Iterable[rows.Placement],
    refusals: Sequence[UnreadableFile] = (),
    rulings: Rulings = Rulings(),  # noqa: B008 immutable
    *,
    gate: Gate | None = None,
) -> Build:
    """Make a warehouse of what was read, write it into ``directory`` and point CURRENT at it.

    Its facts are left beside it as Parquet by year, all that the warehouse is made of.
    Until the last step readers keep the old build; a failure leaves it in place and
    raises what went wrong: AnnualReportsError where a correction does not fit its source,
    RefusedBuild where the new build fails what the gate asks of it. No other may build there
    meanwhile.
    """
    return _publish(
        directory,
        lambda con: fill(con, registry, facts, placements, refusals, rulings),
        gate,
        MEMORY,
        leaves_facts=True,
    )


def publish_facts(
    directory: Path, folder: Path, *, gate: Gate | None = None, memory: int = MEMORY
) -> Build:
    """The same from facts in Parquet, with so many MB for the database.

    Raises AnnualReportsError where the facts are not whole, RefusedBuild as above.
    """
    return _publish(directory, lambda con: fill_from(con, folder), gate, memory)


def _publish(
    directory: Path,
    fill_it: Callable[[duckdb.DuckDBPyConnection], None],
    gate: Gate | None,
    memory: int,
    *,
    leaves_facts: bool = False,
) -> Build:
    directory.mkdir(parents=True, exist_ok=True)
    drop_unfinished(directory)
    token = secrets.token_hex(6)
    unfinished, facts = (directory / f"{what}-{token}.part" for what in ("warehouse", "facts"))
    try:
        with connect(unfinished, memory) as con:
            begun = monotonic()
            fill_it(con)
            _LOG.info("build.filled", extra={"seconds": round(monotonic() - begun, 1)})
            accepted = gate.judge(con, directory) if gate else ()
            digest, reports = _digest(con)
            build_id, built_at = _free_name(directory, digest)
            ((refused,),) = con.table("refusals").count("*").fetchall()
            append(con, "build_info", [(build_id, built_at, reports + refused, schema_version())])
            if leaves_facts:
                write_facts(con, facts)
            con.execute("CHECKPOINT")  # left to the closing, a full disk would go unnoticed
        path = build_path(directory, build_id)
        _flush(unfinished)
        unfinished.replace(path)
        if leaves_facts:
            facts.replace(facts_path(directory, build_id))
    finally:
        unfinished.unlink(missing_ok=True)
        shutil.rmtree(facts, ignore_errors=True)
    put_in_place(directory, build_id)
    if gate:
        drop_old_builds(directory, gate.limits.keep_builds)
    return Build(build_id, path, reports, accepted)


def _free_name(directory: Path, digest: str) -> tuple[str, datetime]:
    """A name no build there has, and its moment (UTC): the next free second."""
    moment = datetime.now(UTC).replace(tzinfo=None)
    while build_path(directory, build_id := f"{moment:%Y%m%dT%H%M%S}-{digest}").exists():
        moment += timedelta(seconds=1)
    return build_id, moment


def _flush(file: Path) -> None:
    """Make sure that the file is on the disk before anything points at it."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _digest(con: duckdb.DuckDBPyConnection) -> tuple[str, int]:
    """A few characters for the bytes of all reports, and how many reports there are."""
    ((digest, reports),) = con.execute(
        "SELECT left(sha256(string_agg(sha256, '' ORDER BY sha256)), 6), count(*) FROM reports"
    ).fetchall()
    return digest or "empty", reports

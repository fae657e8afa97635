"""Makes a new build of the warehouse and switches to it, leaving the old one whole until then."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from annual_reports.catalogue import Query, queries_in
from annual_reports.errors import UnreadableFile
from annual_reports.registry import Registry
from annual_reports.warehouse import rows
from annual_reports.warehouse.corrections import Correction, correct

POINTER: Final = "CURRENT"
_MEMORY: Final = "384MB"
_OLD_BUILDS_KEPT: Final = 2

Facts = Mapping[str, list[str] | pa.Table]  # by table: Parquet files, or rows in memory


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
    corrections: Sequence[Correction] = (),
) -> Build:
    """Write a new warehouse file into ``directory`` and point CURRENT at it.

    Until the last step readers keep the old build; a failure leaves it in place and
    raises what went wrong, AnnualReportsError where a correction does not fit its source.
    """
    directory.mkdir(parents=True, exist_ok=True)
    built_at = datetime.now(UTC)
    unfinished = directory / f"warehouse-{secrets.token_hex(6)}.part"
    try:
        with duckdb.connect(str(unfinished), config=_bounded(directory)) as con:
            con.execute("SET enable_progress_bar = false")
            fill(con, registry, facts, placements, refusals, corrections)
            digest, reports = _digest(con)
            build_id = f"{built_at:%Y%m%dT%H%M%S}-{digest}"
            info = (build_id, built_at.replace(tzinfo=None), reports + len(refusals))
            _append(con, "build_info", [info])
        path = build_path(directory, build_id)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _point_at(directory, build_id)
    _drop_old_builds(directory, build_id)
    return Build(build_id, path, reports)


def fill(
    con: duckdb.DuckDBPyConnection,
    registry: Registry,
    facts: Facts,
    placements: Iterable[rows.Placement],
    refusals: Sequence[UnreadableFile] = (),
    corrections: Sequence[Correction] = (),
) -> None:
    """Create all tables in an empty database, load the facts and compute what follows."""
    for statement in queries_in("schema"):
        con.execute(statement.sql)
    _append(con, "form_cells", rows.form_cell_rows())
    _append(con, "form_sections", rows.form_section_rows())
    _append(con, "rules", rows.rule_rows())
    _append(con, "metrics", rows.metric_rows())
    _append(con, "metric_cells", rows.metric_cell_rows())
    _append(con, "agencies", rows.agency_rows(registry))
    _append(con, "unpublished_reports", rows.nonpublication_rows(registry))
    _append(con, "refusals", rows.refusal_rows(refusals, registry))
    _place(con, placements)
    for name, rows_of in facts.items():
        held = con.read_parquet(rows_of) if isinstance(rows_of, list) else rows_of
        con.register(f"read_{name}", held)
    for statement in queries_in("load"):
        con.execute(statement.sql)
    for name in facts:
        con.unregister(f"read_{name}")
    correct(con, corrections)
    for statement in queries_in("derive"):
        con.execute(statement.sql)
    for metric in queries_in("metrics"):
        _measure(con, metric)
    for check in queries_in("checks"):
        _judge(con, check)
    con.execute("DROP TABLE judged")


def _place(con: duckdb.DuckDBPyConnection, placements: Iterable[rows.Placement]) -> None:
    with (
        con.appender("placements") as placed_rows,
        con.appender("agency_evidence") as evidence,
        con.appender("agency_problems") as problems,
    ):
        for placed in placements:
            placed_rows.append_rows([rows.placement_row(placed)])
            evidence.append_rows(rows.agency_evidence_rows(placed))
            problems.append_rows(rows.agency_problem_rows(placed))


def _bounded(directory: Path) -> dict[str, str | bool | int | float | list[str]]:
    """A build's memory does not grow with its reports: what is too much goes to disk."""
    return {"memory_limit": _MEMORY, "temp_directory": str(directory / "spill")}


def _digest(con: duckdb.DuckDBPyConnection) -> tuple[str, int]:
    """A few characters for the bytes of all reports, and how many reports there are."""
    ((digest, reports),) = con.execute(
        "SELECT left(sha256(string_agg(sha256, '' ORDER BY sha256)), 6), count(*) FROM reports"
    ).fetchall()
    return digest or "empty", reports


def build_path(directory: Path, build_id: str) -> Path:
    """Where the file of a build stands."""
    return directory / f"warehouse-{build_id}.duckdb"


def _append(con: duckdb.DuckDBPyConnection, table: str, values: Iterable[rows.Values]) -> None:
    with con.appender(table) as appender:
        appender.append_rows(values)


def _measure(con: duckdb.DuckDBPyConnection, metric: Query) -> None:
    """Keep a measure of every report under its id, those that count apart from the superseded."""
    con.sql(metric.sql).create_view("measured", replace=True)
    for statement in queries_in("measure"):
        con.execute(statement.sql, {"metric": metric.query_id})
    con.execute("DROP VIEW measured")


def _judge(con: duckdb.DuckDBPyConnection, check: Query) -> None:
    """Keep what a check says of every report, and its findings."""
    con.sql(check.sql).create_view("answers", replace=True)
    con.execute("INSERT INTO judged BY NAME FROM answers")
    con.execute("DROP VIEW answers")
    for statement in queries_in("judge"):
        con.execute(statement.sql, {"rule": check.query_id})
    con.execute("TRUNCATE judged")


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

"""Makes a new build of the warehouse and switches to it, leaving the old one whole until then."""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.catalogue import Query, queries_in
from annual_reports.errors import UnreadableFile
from annual_reports.facts import Report
from annual_reports.registry import Registry
from annual_reports.warehouse import rows

POINTER: Final = "CURRENT"
_OLD_BUILDS_KEPT: Final = 2
_INSERTS: Final = {
    "metric_values": "INSERT INTO metric_values BY NAME FROM result_rows",
    "findings": "INSERT INTO findings BY NAME FROM result_rows",
}


@dataclass(frozen=True, slots=True)
class Build:
    """A published build."""

    build_id: str
    path: Path
    reports: int


def publish(
    directory: Path,
    registry: Registry,
    reports: Sequence[Report],
    refusals: Sequence[UnreadableFile] = (),
) -> Build:
    """Write a new warehouse file into ``directory`` and point CURRENT at it.

    Until the last step readers keep the old build; a failure leaves it in place and
    raises what went wrong.
    """
    directory.mkdir(parents=True, exist_ok=True)
    built_at = datetime.now(UTC)
    build_id = _build_id(built_at, reports)
    path = build_path(directory, build_id)
    unfinished = path.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    filed = rows.file_reports(reports)
    with duckdb.connect(str(unfinished)) as con:
        fill(con, registry, filed, refusals)
        info = (build_id, built_at.replace(tzinfo=None), len(reports) + len(refusals))
        _append(con, "build_info", [info])
    unfinished.replace(path)
    _point_at(directory, build_id)
    _drop_old_builds(directory, build_id)
    return Build(build_id, path, len(filed))


def fill(
    con: duckdb.DuckDBPyConnection,
    registry: Registry,
    filed: Sequence[rows.FiledReport],
    refusals: Sequence[UnreadableFile] = (),
) -> None:
    """Create all tables in an empty database, load the facts and compute what follows."""
    for statement in queries_in("schema"):
        con.execute(statement.sql)
    _append(con, "form_cells", rows.form_cell_rows())
    _append(con, "rules", rows.rule_rows())
    _append(con, "metrics", rows.metric_rows())
    _append(con, "agencies", rows.agency_rows(registry, filed))
    _append(con, "reports", map(rows.report_row, filed))
    _append(con, "cells", chain.from_iterable(map(rows.cell_rows, filed)))
    _append(con, "sections", chain.from_iterable(map(rows.section_rows, filed)))
    _append(con, "stated_figures", chain.from_iterable(map(rows.stated_figure_rows, filed)))
    _append(con, "problems", chain.from_iterable(map(rows.problem_rows, filed)))
    _append(con, "evidence", chain.from_iterable(map(rows.evidence_rows, filed)))
    _append(con, "refusals", rows.refusal_rows(refusals))
    for statement in queries_in("derive"):
        con.execute(statement.sql)
    for metric in queries_in("metrics"):
        _insert_result(con, metric, "metric_values", "metric_id")
    for check in queries_in("checks"):
        _insert_result(con, check, "findings", "rule")


def build_path(directory: Path, build_id: str) -> Path:
    """Where the file of a build stands."""
    return directory / f"warehouse-{build_id}.duckdb"


def _build_id(built_at: datetime, reports: Iterable[Report]) -> str:
    digest = hashlib.sha256("".join(sorted(report.sha256 for report in reports)).encode())
    return f"{built_at:%Y%m%dT%H%M%S}-{digest.hexdigest()[:6]}"


def _append(con: duckdb.DuckDBPyConnection, table: str, values: Iterable[rows.Values]) -> None:
    with con.appender(table) as appender:
        appender.append_rows(values)


def _insert_result(
    con: duckdb.DuckDBPyConnection, query: Query, table: str, id_column: str
) -> None:
    """Run a metric or check and keep its rows under its id."""
    result = con.sql(query.sql).to_arrow_table()
    named = result.append_column(id_column, [[query.query_id] * len(result)])
    con.register("result_rows", named)
    con.execute(_INSERTS[table])
    con.unregister("result_rows")


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

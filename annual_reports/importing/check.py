"""Uploaded reports checked as if they were held: a warehouse in memory, and nothing on disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import duckdb
import pyarrow as pa

from annual_reports.catalogue import queries_in
from annual_reports.extract import find_agency, with_agency
from annual_reports.facts import Report
from annual_reports.importing.claims import Claim, with_claimed
from annual_reports.importing.look import Looked
from annual_reports.registry import Registry
from annual_reports.store import Reading, schema_of, tables_of
from annual_reports.warehouse import Placement, Warehouse
from annual_reports.warehouse.filling import fill

BUILD: Final = "self-check"
_MEMORY: Final = "1GB"
Facts = Mapping[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Checked:
    """An uploaded report with its agency, and the warehouse that answers questions about it.

    The warehouse holds besides it the agency's current reports: last year's for what is
    carried over, and, as the revision before, the one held of the same year.
    """

    report: Report
    report_id: str
    warehouse: Warehouse


def check(
    looked: Sequence[Looked],
    claims: Mapping[str, Claim],
    registry: Registry,
    held: Warehouse | None = None,
) -> dict[str, Checked]:
    """Every readable upload, by its digest, after all checks.

    ``claims``, by digest, tell whose report it is. Uploads of different years or agencies are
    checked beside each other; of two for the same year each is checked as if it were the only
    one. A report whose agency is unknown is checked by itself, one of an unknown year only
    within itself.
    """
    known = with_claimed(registry, list(claims.values()))
    reports = [
        (item, with_agency(item.report, item.entry, known)) for item in looked if item.report
    ]
    checked: dict[str, Checked] = {}
    for batch in _one_a_year(reports):
        warehouse = _warehouse(batch, known, held)
        checked |= {
            report.sha256: Checked(report, _report_id(warehouse, report), warehouse)
            for _, report in batch
        }
    return checked


Pair = tuple[Looked, Report]


def _one_a_year(reports: Iterable[Pair]) -> list[list[Pair]]:
    """The reports in batches of which none holds two for one agency and year."""
    batches: list[dict[tuple[str, int | None], Pair]] = []
    for item, report in reports:
        key = _owner(report), report.identity.year
        batch = next((entry for entry in batches if key not in entry), None)
        if batch is None:
            batches.append(batch := {})
        batch[key] = (item, report)
    return [list(batch.values()) for batch in batches]


def _owner(report: Report) -> str:
    """The agency as the warehouse names it; one that is unknown is nobody else."""
    identity = report.identity
    return identity.agency_id or identity.agency_name or f"upload-{report.sha256[:12]}"


def _warehouse(batch: Sequence[Pair], registry: Registry, held: Warehouse | None) -> Warehouse:
    names = sorted({name for _, report in batch for name in _names(report, registry)})
    old, owners = _held(held, names)
    new = tables_of([Reading(item.item.sha256, item.report) for item, _ in batch if item.report])
    facts = {name: pa.concat_tables([new[name], *([old[name]] if old else [])]) for name in new}
    placements = [
        *(_placement(place, *pair, registry) for place, pair in enumerate(batch, start=1)),
        *_held_placements(old, owners, registry),
    ]
    con = duckdb.connect(config={"memory_limit": _MEMORY})
    _know_common_clauses(con, held)
    fill(con, registry, facts, placements)
    return Warehouse(BUILD, datetime.now(UTC), con)


def _know_common_clauses(con: duckdb.DuckDBPyConnection, held: Warehouse | None) -> None:
    """What many agencies say is no copy here either, though few reports are at hand."""
    if held is None:
        return
    (table,) = (query for query in queries_in("schema") if query.query_id == "known_clauses")
    con.execute(table.sql)
    con.register("held_clauses", held.connection.cursor().table("common_clauses").to_arrow_table())
    con.execute("INSERT INTO known_clauses BY NAME FROM held_clauses")
    con.unregister("held_clauses")


def _names(report: Report, registry: Registry) -> Iterator[str]:
    """What the warehouse may call the agency: its id, or a name that was not yet registered."""
    yield _owner(report)
    agency = registry.agency(_owner(report))
    yield from agency.names if agency else ()


def _held(held: Warehouse | None, agencies: Sequence[str]) -> tuple[Facts, list[str]]:
    """What the warehouse holds of the agencies, and the agency of each report."""
    if held is None:
        return {}, []
    cursor = held.connection.cursor()
    read = {
        query.query_id: cursor.sql(query.sql, params={"agencies": agencies}).to_arrow_table()
        for query in queries_in("refill")
    }
    owners = read["heads"].column("agency_id").to_pylist()
    return {
        name: table.select(schema_of(name).names).cast(schema_of(name))
        for name, table in read.items()
    }, owners


def _placement(place: int, item: Looked, report: Report, registry: Registry) -> Placement:
    assert item.report is not None  # noqa: S101 only readable reports are placed
    found = find_agency(item.report.identity.evidence, item.entry, registry)
    return Placement(
        report.sha256, report.path, place, True, _owner(report), report.identity.agency_name,
        found.evidence, found.problems, precedence=place,
    )  # fmt: skip


def _held_placements(held: Facts, owners: Sequence[str], registry: Registry) -> Iterator[Placement]:
    """The held reports under their agency of today's registry."""
    heads = held["heads"].to_pylist() if held else []
    for place, (row, owner) in enumerate(zip(heads, owners, strict=True), start=1):
        agency = registry.agency(owner) or registry.agency_named(owner)
        agency_id = agency.agency_id if agency else owner
        yield Placement(row["key"], row["path"], place, True, agency_id, owner)


def _report_id(warehouse: Warehouse, report: Report) -> str:
    found = warehouse.ask("report_of_bytes", sha256=report.sha256)
    return str(found["report_id"].iloc[0])

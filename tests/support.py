"""Small worlds for tests: reports made of a few numbers, and real databases holding them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb

from annual_reports.errors import UnreadableFile
from annual_reports.facts import Cell, Identity, Report, Status
from annual_reports.form import form_by_code, form_of_year
from annual_reports.registry import Agency, Registry
from annual_reports.store import Reading, tables_of
from annual_reports.warehouse.filling import Facts, fill
from annual_reports.warehouse.read import Warehouse
from annual_reports.warehouse.rows import Placement

Value = int | str | None
RULE_TABLE = "rule-table"  # the property by which a test hands its lines to the summary


def agency(agency_id: str, **facts: object) -> Agency:
    known = {
        "name": agency_id,
        "name_en": agency_id,
        "region_path": "省/市",
        "level": "city",
        "kind": "department",
        **facts,
    }
    return Agency(agency_id, **known)  # type: ignore[arg-type]


def report(
    agency_id: str,
    year: int,
    values: Mapping[str, Value] | None = None,
    *,
    published_on: date | None = None,
    path: str = "",
) -> Report:
    """A report full of zeros but for ``values``: ``'3/disclosed/total': 7``.

    Before the uniform forms it has those values and nothing else. '' is a blank cell,
    None an absent one, other text an unreadable one.
    """
    form = form_of_year(year)
    assert form is not None
    given = dict(values or {})
    cells = []
    for table in form_by_code(form.code).tables:
        for row in table.rows:
            for column in row.columns:
                key = f"{table.code}/{row.code}/{column}"
                if key in given or (form.is_uniform and not row.replaces):
                    unit = row.unit or table.column(column).unit
                    cells.append(_cell(key, given.pop(key, 0), unit))
    assert not given, f"no such cells: {sorted(given)}"
    path = path or f"{agency_id}-{year}.html"
    identity = Identity(agency_id, agency_id, year, form.code, published_on, None)
    digest = f"{path}-{sorted((values or {}).items(), key=str)}"
    return Report(path, digest, "html", path, identity, tuple(cells), (), ())


def _cell(key: str, value: Value, unit: str) -> Cell:
    table, row, column = key.split("/")
    if value is None:
        return Cell(table, row, column, None, "", Status.ABSENT)
    if value == "":
        return Cell(table, row, column, None, "", Status.BLANK)
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return Cell(table, row, column, None, str(value), Status.UNREADABLE)
    return Cell(table, row, column, number, str(value), Status.NUMBER, "here", unit)


def requests(
    new: int = 0, carried_in: int = 0, carried_out: int = 0, **outcomes: int
) -> dict[str, Value]:
    """Cells of a consistent table 3, all of it asked by natural persons."""
    rows = {
        "new_requests": new,
        "carried_in": carried_in,
        "carried_out": carried_out,
        **outcomes,
        "closed_total": sum(outcomes.values()),
    }
    return {
        f"3/{row}/{column}": count
        for row, count in rows.items()
        for column in ("natural_person", "total")
    }


def facts_of(reports: Sequence[Report]) -> tuple[Facts, list[Placement]]:
    """The reports as rows in memory, each placed as its identity says."""
    readings = [Reading(f"{place}-{r.sha256}", r) for place, r in enumerate(reports)]
    placements = [
        Placement(
            reading.key,
            reading.report.path,
            place,
            True,
            reading.report.identity.agency_id,
            reading.report.identity.agency_name,
        )
        for place, reading in enumerate(readings)
    ]
    return tables_of(readings), placements


def warehouse(
    agencies: Sequence[Agency],
    reports: Sequence[Report],
    *,
    registry: Registry | None = None,
    refusals: Sequence[UnreadableFile] = (),
    built_on: date | None = None,
) -> Warehouse:
    """A real in-memory warehouse of these; ``built_on`` is the day up to which it knows."""
    con = duckdb.connect()
    known = replace(registry or Registry(), agencies=tuple(agencies))
    fill(con, known, *facts_of(reports), refusals)
    if built_on:
        con.execute("INSERT INTO build_info VALUES ('test', ?, 0, '')", [built_on])
    return Warehouse("test", date(2026, 1, 1), con)  # type: ignore[arg-type]


SELECTION: dict[str, object] = {
    "is_demo": False,
    "region": None,
    "kinds": None,
    "agencies": None,
    "year_from": 2019,
    "year_to": 2025,
}
ALL_ROWS: dict[str, object] = {"first": 0, "rows": None}  # of a list that comes in pages
ALL_SUBMISSIONS: dict[str, object] = {"states": None, **ALL_ROWS}
ALL_AGENCIES: dict[str, object] = {"find": [], "codes": [], "words": [], **ALL_ROWS}
ALL_FINDINGS: dict[str, object] = {"rule": None, "severity": None, "verdict": None, **ALL_ROWS}

"""Fills an empty database in steps: facts loaded, quantities derived, measures, checks."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, Final

import duckdb
import pyarrow as pa

from annual_reports.catalogue import Query, queries_in
from annual_reports.errors import UnreadableFile
from annual_reports.registry import Registry
from annual_reports.warehouse import rows
from annual_reports.warehouse.corrections import correct
from annual_reports.warehouse.parquet import load_facts
from annual_reports.warehouse.rulings import Rulings

_LOG: Final = logging.getLogger(__name__)
_SORTED: Final = 5_000_000  # cells that are sorted at once
_GROUPED: Final = 20_000_000  # cells that are grouped by report at once
MEMORY: Final = 384  # MB that the database may take

Facts = Mapping[str, list[str] | pa.Table]  # by table: Parquet files, or rows in memory
Portions = list[dict[str, Any]]  # what the parameters of a statement are, each time it is run


def connect(path: Path, memory: int = MEMORY) -> duckdb.DuckDBPyConnection:
    """A new database that takes so many MB, however many its reports: the rest goes to disk."""
    spill = str(path.parent / "spill")
    con = duckdb.connect(str(path), config={"memory_limit": f"{memory}MB", "temp_directory": spill})
    con.execute("SET enable_progress_bar = false")
    return con


def fill(
    con: duckdb.DuckDBPyConnection,
    registry: Registry,
    facts: Facts,
    placements: Iterable[rows.Placement],
    refusals: Sequence[UnreadableFile] = (),
    rulings: Rulings = Rulings(),  # noqa: B008 immutable
) -> None:
    """Create all tables in an empty database, load the facts and compute what follows."""
    create(con)
    _register(con, registry, refusals)
    append(con, "attention_lines", map(astuple, rulings.attention))
    _place(con, placements)
    _load(con, facts)
    correct(con, rulings.corrections)
    compute(con)


def fill_from(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The same from facts in Parquet, which are final; raises as ``load_facts``."""
    create(con)
    _take("load", lambda: load_facts(con, folder))
    compute(con)


def compute(con: duckdb.DuckDBPyConnection) -> None:
    """Everything that follows from the facts."""
    for step in (derive, lay_out, measure, judge, conclude):
        _take(step.__name__, partial(step, con))


def _take(step: str, work: Callable[[], None]) -> None:
    """Do the work of a step and log how long it took."""
    begun = monotonic()
    work()
    _LOG.info("build.step", extra={"step": step, "seconds": round(monotonic() - begun, 1)})


def create(con: duckdb.DuckDBPyConnection) -> None:
    """The tables of facts, still empty, and what is known without any report: forms and rules."""
    for statement in queries_in("schema"):
        con.execute(statement.sql)
    append(con, "form_cells", rows.form_cell_rows())
    append(con, "form_sections", rows.form_section_rows())
    append(con, "rules", rows.rule_rows())
    append(con, "metrics", rows.metric_rows())
    append(con, "metric_cells", rows.metric_cell_rows())
    append(con, "name_rules", rows.name_rule_rows())


def derive(con: duckdb.DuckDBPyConnection) -> None:
    """Everything that is computed from the facts before measures and checks."""
    _make_all(con, "derive")


def lay_out(con: duckdb.DuckDBPyConnection) -> None:
    """The values cell by cell of the form."""
    _make_all(con, "lay_out")


def _make_all(con: duckdb.DuckDBPyConnection, folder: str) -> None:
    for statement in queries_in(folder):
        make(con, statement)


def make(con: duckdb.DuckDBPyConnection, statement: Query) -> None:
    """Make or fill a table, view or macro; with parameters in portions that fit into memory."""
    for portion in _PORTIONS[statement.params](con):
        con.execute(statement.sql, portion)


def _of_reports(con: duckdb.DuckDBPyConnection) -> Portions:
    """The first and last report_id of each portion of reports, in order."""
    portion = f"ntile({_portion_count(con, _GROUPED)}) OVER (ORDER BY report_id) AS portion"
    placed = con.table("reports").select("report_id", duckdb.SQLExpression(portion))
    ends = placed.aggregate("min(report_id) AS first, max(report_id) AS last", "portion")
    return [{"first": first, "last": last} for first, last in ends.order("first").fetchall()]


def _of_rows(con: duckdb.DuckDBPyConnection) -> Portions:
    """Some rows of the form at a time, which are sorted without going to disk."""
    rows = [f"{table}/{row}" for table, row in _rows_told(con)]
    size = max(1, len(rows) // _portion_count(con, _SORTED))
    return [{"rows": rows[start : start + size]} for start in range(0, len(rows), size)]


def _of_measures(con: duckdb.DuckDBPyConnection) -> Portions:
    del con  # a measure at a time, however many reports
    return [{"metric": metric.query_id} for metric in queries_in("metrics")]


_PORTIONS: Final[Mapping[tuple[str, ...], Callable[[duckdb.DuckDBPyConnection], Portions]]] = {
    (): lambda _: [{}],
    ("first", "last"): _of_reports,
    ("rows",): _of_rows,
    ("metric",): _of_measures,
}


def _portion_count(con: duckdb.DuckDBPyConnection, at_once: int) -> int:
    """In how many portions the cells are taken, so many at once."""
    ((cells,),) = con.table("cells").count("*").fetchall()
    return int(cells) // at_once + 1


def _rows_told(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The rows of tables that any report tells of, but for the annex, in the order of codes."""
    rows = con.view("comparable_values").select("table_code", "row_code").distinct()
    return rows.filter("table_code <> 'annex'").order("table_code, row_code").fetchall()


def measure(con: duckdb.DuckDBPyConnection) -> None:
    """Every measure of every report."""
    for metric in queries_in("metrics"):
        _measure(con, metric)


def judge(con: duckdb.DuckDBPyConnection) -> None:
    """What every check says of every report, and the findings."""
    for check in queries_in("checks"):
        apply_check(con, check)
    con.execute("DROP TABLE judged")


def conclude(con: duckdb.DuckDBPyConnection) -> None:
    """What is computed once from measures and findings, and takes too long for a page."""
    _make_all(con, "conclude")


def append(con: duckdb.DuckDBPyConnection, table: str, values: Iterable[rows.Values]) -> None:
    """Put rows into a table."""
    with con.appender(table) as appender:
        appender.append_rows(values)


def apply_check(con: duckdb.DuckDBPyConnection, check: Query) -> None:
    """Keep what a check says of every report, and its findings."""
    con.sql(check.sql).create_view("answers", replace=True)
    con.execute("INSERT INTO judged BY NAME FROM answers")
    con.execute("DROP VIEW answers")
    for statement in queries_in("judge"):
        con.execute(statement.sql, {"rule": check.query_id})
    con.execute("TRUNCATE judged")


def _register(
    con: duckdb.DuckDBPyConnection, registry: Registry, refusals: Sequence[UnreadableFile]
) -> None:
    append(con, "agencies", rows.agency_rows(registry))
    append(con, "former_names", rows.former_name_rows(registry))
    append(con, "unpublished_reports", rows.nonpublication_rows(registry))
    append(con, "refusals", rows.refusal_rows(refusals, registry))


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


def _load(con: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    for name, rows_of in facts.items():
        held = con.read_parquet(rows_of) if isinstance(rows_of, list) else rows_of
        con.register(f"read_{name}", held)
    for statement in queries_in("load"):
        con.execute(statement.sql)
    for name in facts:
        con.unregister(f"read_{name}")


def _measure(con: duckdb.DuckDBPyConnection, metric: Query) -> None:
    """Keep a measure of every report under its id, those that count apart from the superseded."""
    con.sql(metric.sql).create_view("measured", replace=True)
    for statement in queries_in("measure"):
        con.execute(statement.sql, {"metric": metric.query_id})
    con.execute("DROP VIEW measured")

"""Cuts what belongs to some regions out of a build, as a database that holds nothing else.

Whoever asks the slice can be told of no other region, whatever is asked and by which way.
"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import duckdb

from annual_reports.catalogue import queries_in
from annual_reports.errors import MissingWarehouse
from annual_reports.warehouse.builds import build_path
from annual_reports.warehouse.filling import connect, make
from annual_reports.warehouse.read import Warehouse, named_build, open_build, warehouse_of

_OWNERS: Final = {
    "report_id": "report_id IN (FROM own_reports)",
    "other_id": "other_id IN (FROM own_reports)",
    "report_no": "report_no IN (FROM own_report_numbers)",
    "agency_id": "agency_id IN (FROM own_agencies)",
}
_SHARED: Final = {
    "annex_meanings", "attention_lines", "build_info", "cell_codes", "common_clauses",
    "common_limits", "form_cells", "form_sections", "metric_cells", "metrics", "name_rules",
    "rules", "verdicts",
}  # fmt: skip
"""Tables that tell of no agency."""
_MADE_ANEW: Final = {
    "due_reports": "derive", "peer_groups": "derive", "judged_outliers": "conclude",
    "result_patterns": "conclude",
}  # fmt: skip
"""Tables that set agencies beside others, or also tell of what is not held; with their folders."""


def slice_build(source: Path, target: Path, regions: Sequence[str]) -> None:
    """Write to ``target`` what the build in ``source`` holds of these regions and below them.

    A region is the beginning of a region path, in whole parts. Peers are those inside only.
    Raises ValueError for a table of which it is not known whether it tells of agencies.
    """
    cut = {step.query_id: step.sql for step in queries_in("slice")}
    with connect(target) as con:
        (name,) = con.execute("SELECT current_database()").fetchone() or ("",)
        con.execute("ATTACH $file AS held (READ_ONLY)", {"file": str(source)})
        con.execute(f'COPY FROM DATABASE held TO "{name}" (SCHEMA)')
        con.execute(cut["own_agencies"], {"regions": list(regions)})
        con.execute(cut["own_agency_lines"])
        con.execute(cut["own_reports"])
        con.execute(cut["own_report_numbers"])
        for table in _tables(con) - {"agencies", "findings", *_MADE_ANEW}:
            _copy(con, table)
        con.execute(cut["own_findings"])
        for table, folder in _MADE_ANEW.items():
            _make_anew(con, table, folder)
        con.execute("DETACH held")


def _tables(con: duckdb.DuckDBPyConnection) -> set[str]:
    found = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'held'"
    return {name for (name,) in con.execute(found).fetchall()}


def _copy(con: duckdb.DuckDBPyConnection, table: str) -> None:
    rows = con.table(f"held.{table}")
    owners = _owners(rows.columns)
    if not owners and table not in _SHARED:
        raise ValueError(f"{table} names neither report nor agency and is not known as shared")
    for rule in owners:
        rows = rows.filter(rule)
    rows.insert_into(table)


def _owners(columns: Sequence[str]) -> list[str]:
    """Which rows are theirs; a number beside an id tells no more, and may be NULL."""
    named = [column for column in _OWNERS if column in columns]
    if "report_id" in named:
        named = [column for column in named if column != "report_no"]
    return [_OWNERS[column] for column in named]


def _make_anew(con: duckdb.DuckDBPyConnection, table: str, folder: str) -> None:
    (made,) = (step for step in queries_in(folder) if step.query_id == table)
    if not made.params:  # else it fills a table of schema/, which is there and empty
        con.execute(f"DROP TABLE {table}")
    make(con, made)


class Slice(NamedTuple):
    """An open slice, its file, and the private folder of it, which goes when nobody holds it."""

    warehouse: Warehouse
    path: Path
    folder: TemporaryDirectory[str]


def open_slice(directory: Path, regions: Sequence[str]) -> Slice:
    """Cut these regions out of the current build and open them; raises as ``open_warehouse``."""
    build_id = named_build(directory)
    open_build(directory, build_id).connection.close()  # or say what is wrong with it
    folder = TemporaryDirectory(prefix="annual-reports-", ignore_cleanup_errors=True)
    path = Path(folder.name) / "slice.duckdb"
    try:
        slice_build(build_path(directory, build_id), path, regions)
    except (duckdb.Error, OSError) as error:
        found = str(error).split("\n")[0]
        raise MissingWarehouse("slice-failed", file=folder.name, found=found) from error
    return Slice(warehouse_of(duckdb.connect(str(path), read_only=True)), path, folder)

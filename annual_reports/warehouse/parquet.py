"""The facts of a warehouse as Parquet, a folder a year: for any engine, and to build from.

What belongs to a report lies in ``<table>/report_year=<year>/``, where the year is not known in the
folder that engines take for NULL; what belongs to none in ``<table>/all.parquet``. A report's rows
keep their order.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb
from duckdb import ColumnExpression, ConstantExpression

from annual_reports.errors import AnnualReportsError

BY_REPORT: Final = (
    "reports", "cells", "sections", "stated_figures", "evidence", "problems", "corrections",
    "file_copies",
)  # fmt: skip
SHARED: Final = (
    "agencies", "former_names", "unpublished_reports", "refusals", "attention_lines",
)  # fmt: skip
_PART: Final = "report_year"  # reports and file_copies have a year of their own
_NO_YEAR: Final = "__HIVE_DEFAULT_PARTITION__"


def write_facts(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write the facts that ``con`` holds, corrections in place, into a new folder."""
    for name in SHARED:
        _write(con.table(name), folder / name / "all.parquet")
    years = con.table("reports").select("year").distinct().order("year").fetchall()
    for (year,) in years:
        part = f"{_PART}={_NO_YEAR if year is None else year}"
        column, wanted = ColumnExpression("year"), ConstantExpression(year)
        is_of_year = column.isnull() if year is None else column == wanted
        reports = con.table("reports").filter(is_of_year).select("report_id")
        for name in BY_REPORT:
            rows = con.table(name).join(reports.set_alias("of_year"), "report_id", how="semi")
            _write(rows, folder / name / part / "facts.parquet")


def _write(rows: duckdb.DuckDBPyRelation, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    rows.write_parquet(file.as_posix(), compression="zstd")


def load_facts(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill the tables of facts, still empty, from such a folder, a year after the other.

    Raises AnnualReportsError naming what is missing or cannot be read.
    """
    for name in (*SHARED, *BY_REPORT):
        try:
            for files in _parts(folder, name):
                rows = con.read_parquet(files, hive_partitioning=False)
                rows.select(*con.table(name).columns).insert_into(name)
        except duckdb.Error as error:
            found = str(error).split("\n")[0]
            raise AnnualReportsError(
                "facts-unreadable", file=(folder / name).as_posix(), found=found
            ) from error


def _parts(folder: Path, name: str) -> Iterator[list[str]]:
    """The files of a table, those of a year together."""
    if not (folder / name).is_dir():
        raise AnnualReportsError("facts-missing", file=folder.as_posix(), found=name)
    whole = sorted((folder / name).glob("*.parquet"))
    for place in [whole, *(sorted(at.glob("*.parquet")) for at in _years(folder / name))]:
        if place:
            yield [file.as_posix() for file in place]


def _years(folder: Path) -> list[Path]:
    return sorted(at for at in folder.glob(f"{_PART}=*") if at.is_dir())

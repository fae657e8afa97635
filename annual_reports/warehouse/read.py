"""Opens the current build read-only and asks it the questions of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd
import pyarrow as pa

from annual_reports.catalogue import query
from annual_reports.errors import MissingWarehouse
from annual_reports.warehouse.builds import (
    POINTER,
    build_ids,
    build_path,
    current_build_id,
    pointer,
)
from annual_reports.warehouse.version import schema_version

Param = str | int | bool | Sequence[str] | None
_DAMAGE: Final[tuple[type[duckdb.Error], ...]] = (
    duckdb.IOException,
    duckdb.SerializationException,
    duckdb.FatalException,
    duckdb.InternalException,
)


@dataclass(frozen=True, slots=True)
class Warehouse:
    """An open build. Safe to share between threads: every question has its own cursor."""

    build_id: str
    built_at: datetime
    connection: duckdb.DuckDBPyConnection

    def ask(
        self, query_id: str, /, verdicts: pa.Table | None = None, **params: Param
    ) -> pd.DataFrame:
        """The answer to a question of queries/ as a frame.

        ``verdicts`` are the last ones on each finding; without them all findings are open.
        Raises KeyError for an unknown question and duckdb.Error when the parameters are
        not those it declares, MissingWarehouse when the file cannot be read any more.
        """
        with _told(self.build_id):
            answer = self._answer(self.connection.cursor(), query_id, verdicts, params)
            types = zip(answer.columns, answer.types, strict=True)
            readable = answer.select(*(_readable(name, str(kind)) for name, kind in types))
            frame: pd.DataFrame = readable.df()
            return frame

    def write(
        self, target: Path, query_id: str, /, verdicts: pa.Table | None = None, **params: Param
    ) -> Mapping[str, str]:
        """The answer as a Parquet file, however large: rows go to the file as they come.

        Gives back the columns and their types, exact decimals among them.
        """
        cursor = self.connection.cursor()
        answer = self._answer(cursor, query_id, verdicts, params)
        answer.write_parquet(str(target), compression="zstd")
        return {name: str(kind) for name, kind in zip(answer.columns, answer.types, strict=True)}

    @staticmethod
    def _answer(
        cursor: duckdb.DuckDBPyConnection,
        query_id: str,
        verdicts: pa.Table | None,
        params: Mapping[str, Param],
    ) -> duckdb.DuckDBPyRelation:
        bound: dict[str, Any] = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in params.items()
        }
        if verdicts is not None:
            cursor.register("verdicts", verdicts)  # before the empty table of that name
        return cursor.sql(query(query_id).sql, params=bound)


def _readable(name: str, kind: str) -> duckdb.Expression:
    """A column for a frame: decimals as the nearest float, which DuckDB casts exactly.

    Left to the conversion into a frame, one decimal in fifteen comes out a hair off.
    """
    column = duckdb.ColumnExpression(name)
    return column.cast("DOUBLE").alias(name) if kind.startswith("DECIMAL") else column


def open_warehouse(directory: Path) -> Warehouse:
    """Open the current build read-only.

    Raises MissingWarehouse where there is none, CURRENT or the file is damaged, or the file was
    made by another version of the program.
    """
    return open_build(directory, named_build(directory))


def named_build(directory: Path) -> str:
    """The build that CURRENT names; raises MissingWarehouse where that is none."""
    build_id = current_build_id(directory)
    if build_id:
        return build_id
    said = pointer(directory)
    if said is None and not build_ids(directory):
        raise MissingWarehouse("warehouse-missing", file=directory.as_posix())
    raise MissingWarehouse(
        "current-damaged", file=(directory / POINTER).as_posix(), found=said or "—"
    )


def open_build(directory: Path, build_id: str) -> Warehouse:
    """Open one of the builds there read-only; raises as ``open_warehouse``."""
    file = build_path(directory, build_id)
    with _told(file.name, duckdb.CatalogException):
        return warehouse_of(duckdb.connect(str(file), read_only=True))


def warehouse_of(connection: duckdb.DuckDBPyConnection) -> Warehouse:
    """The warehouse in an already open database; raises as ``open_warehouse``."""
    told = connection.cursor().sql("FROM build_info")
    (row,) = told.fetchall() or [()]
    facts = dict(zip(told.columns, row, strict=False))
    build_id = str(facts.get("build_id", "—"))
    if facts.get("schema_version") != schema_version():
        raise MissingWarehouse("warehouse-outdated", file=build_id)
    return Warehouse(build_id, facts["built_at"], connection)


@contextmanager
def _told(name: str, *more: type[duckdb.Error]) -> Iterator[None]:
    """Say of a file that cannot be read which one it is."""
    try:
        yield
    except (*_DAMAGE, *more) as error:
        found = str(error).split("\n")[0]
        raise MissingWarehouse("warehouse-damaged", file=name, found=found) from error

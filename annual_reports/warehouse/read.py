"""Opens the current build read-only and asks it the questions of the catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from annual_reports.catalogue import query
from annual_reports.errors import MissingWarehouse
from annual_reports.warehouse.publish import POINTER, build_path

Param = str | int | bool | Sequence[str] | None


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
        not those it declares.
        """
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


def current_build_id(directory: Path) -> str | None:
    """The build that CURRENT names, or None where nothing is built."""
    pointer = directory / POINTER
    if not pointer.exists():
        return None
    build_id = pointer.read_text(encoding="utf-8").strip()
    return build_id if build_path(directory, build_id).exists() else None


def open_warehouse(directory: Path) -> Warehouse:
    """Open the current build read-only; raises MissingWarehouse where there is none."""
    build_id = current_build_id(directory)
    if build_id is None:
        raise MissingWarehouse("warehouse-missing", file=directory.as_posix())
    connection = duckdb.connect(str(build_path(directory, build_id)), read_only=True)
    return warehouse_of(connection)


def warehouse_of(connection: duckdb.DuckDBPyConnection) -> Warehouse:
    """The warehouse in an already open database."""
    row = connection.cursor().execute("SELECT build_id, built_at FROM build_info").fetchone()
    if row is None:
        raise MissingWarehouse("warehouse-missing", file="build_info")
    return Warehouse(row[0], row[1], connection)

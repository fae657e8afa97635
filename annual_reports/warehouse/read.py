"""Opens the current build read-only and asks it the questions of the catalogue."""

from collections.abc import Sequence
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
        bound: dict[str, Any] = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in params.items()
        }
        cursor = self.connection.cursor()
        if verdicts is not None:
            cursor.register("verdicts", verdicts)  # before the empty table of that name
        answer = cursor.sql(query(query_id).sql, params=bound)
        types = zip(answer.columns, answer.types, strict=True)
        readable = answer.select(*(_readable(name, str(kind)) for name, kind in types))
        frame: pd.DataFrame = readable.df()
        return frame


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

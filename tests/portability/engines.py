"""One build asked by two engines: DuckDB, and DataFusion over the same tables as Parquet."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from annual_reports.catalogue import Query

Row = tuple[Any, ...]
Params = Mapping[str, Any]


class SecondEngine(Protocol):
    """What is asked of a DataFusion ``SessionContext``."""

    def register_parquet(self, name: str, path: str) -> None: ...

    def sql(self, query: str, *, param_values: dict[str, Any]) -> Any: ...


@dataclass(frozen=True)
class Engines:
    """The two engines, both holding every table and view of one build."""

    first: duckdb.DuckDBPyConnection
    second: SecondEngine

    def ask_first(self, query: Query, params: Params) -> pa.Table:
        """What DuckDB says."""
        return self.first.cursor().sql(query.sql, params=_asked(query, params)).to_arrow_table()

    def ask_second(self, query: Query, params: Params) -> pa.Table:
        """What DataFusion says; raises ``Exception`` where it cannot run the statement."""
        return self.second.sql(query.sql, param_values=_asked(query, params)).to_arrow_table()


def export(con: duckdb.DuckDBPyConnection, to: Path) -> Iterator[tuple[str, Path]]:
    """Write every table and view of a build as Parquet: what it derives is given to the second."""
    named = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'"
    for (name,) in con.execute(named).fetchall():
        path = to / f"{name}.parquet"
        con.table(name).write_parquet(str(path))
        yield name, path


def are_same(first: pa.Table, second: pa.Table) -> bool:
    """Whether two answers have the same columns and rows, in whatever order their rows come."""
    if first.column_names != second.column_names or first.num_rows != second.num_rows:
        return False
    pairs = zip(_rows(first), _rows(second), strict=True)
    return all(_is_same(*values) for pair in pairs for values in zip(*pair, strict=True))


def _asked(query: Query, params: Params) -> dict[str, Any]:
    return {name: params[name] for name in query.params}


def _rows(table: pa.Table) -> list[Row]:
    rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
    return sorted(rows, key=lambda row: [_place(value) for value in row])


def _place(value: Any) -> tuple[Any, ...]:
    """Numbers by size whatever their type, then everything else by its text; NULL before all."""
    if value is None:
        return (0,)
    is_number = not isinstance(value, bool | str | bytes | date | datetime | list | dict)
    return (1, value) if is_number else (2, type(value).__name__, str(value))


def _is_same(first: Any, second: Any) -> bool:
    """Doubles to 1e-12 of their size; all else exactly, so that NULL is NULL and never zero."""
    if isinstance(first, float) and isinstance(second, float):
        return math.isclose(first, second, rel_tol=1e-12, abs_tol=1e-12)
    return bool(first == second) and isinstance(first, bool) == isinstance(second, bool)

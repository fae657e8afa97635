"""The connection a statement runs on: one build, read only, and nothing else within reach."""

import re
from collections.abc import Mapping
from typing import Final

import duckdb

from annual_reports.catalogue import queries_in
from annual_reports.sandbox.task import SECONDS, SELECTION, TABLES, Value

_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "allow_persistent_secrets": "false",
    "memory_limit": "512MB",
    "temp_directory": "",
    "max_temp_directory_size": "0KB",
    "threads": "2",
    "max_execution_time": str(1000 * SECONDS),
}
_PARAMETER: Final = re.compile(r"\$(\w+)")
_NAMELESS: Final = "SELECT * REPLACE (parse_filename(path) AS path) FROM "
"""Of where a report was read from only the file's name is seen."""


def open_room(database: str, selection: Mapping[str, Value]) -> duckdb.DuckDBPyConnection:
    """A connection that sees the data set of the selection and can no longer be configured.

    The tables of the data set are views of its own; what they select stands in variables.
    """
    con = duckdb.connect(database, read_only=True, config=_CONFIG)
    for name, kind in SELECTION.items():
        given = selection[name]
        value = list(given) if isinstance(given, tuple) else given
        con.execute(f"SET VARIABLE {name} = $value::{kind}", {"value": value}).fetchall()
    for asked in queries_in("dataset"):
        if asked.query_id in TABLES:
            body = _PARAMETER.sub(r"getvariable('\1')", asked.sql)
            shown = _NAMELESS if asked.query_id == "dataset_reports" else "FROM "
            con.execute(f"CREATE TEMP VIEW {asked.query_id} AS {shown} ({body})")
    con.execute("SET lock_configuration = true")
    return con


def harmless_functions(con: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """The names that a statement may call."""
    (asked,) = (entry for entry in queries_in("sandbox") if entry.query_id == "harmless_functions")
    return frozenset(name for (name,) in con.execute(asked.sql).fetchall())

"""Whether a statement only reads what it may: judged on the tree that DuckDB parses it into.

All of it is lists of what is allowed; what is on none of them is refused.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import duckdb

from annual_reports.errors import RefusedStatement
from annual_reports.sandbox.room import harmless_functions
from annual_reports.sandbox.task import CHARACTERS, TABLES

_Scope = frozenset[str]
_NODES: Final = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
_SOURCES: Final = {"BASE_TABLE", "TABLE_FUNCTION", "SUBQUERY", "JOIN", "EXPRESSION_LIST", "EMPTY",
                   "PIVOT", "SHOW_REF"}  # fmt: skip
_TERMS: Final = {"BETWEEN", "CASE", "CAST", "COLLATE", "COLUMN_REF", "COMPARISON", "CONJUNCTION",
                 "CONSTANT", "FUNCTION", "LAMBDA", "LAMBDA_REF", "OPERATOR", "POSITIONAL_REFERENCE",
                 "STAR", "SUBQUERY", "TYPE", "WINDOW"}  # fmt: skip
_TABLE_FUNCTIONS: Final = {"range", "generate_series", "unnest"}
_DESCRIPTIONS: Final = {"DESCRIBE", "SUMMARY"}
_UNKNOWN_PLACE: Final = 2**64 - 1


def screen(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Let the statement pass, or raise RefusedStatement saying what of it is not allowed.

    Raises duckdb.Error where it is no SQL.
    """
    if len(sql) > CHARACTERS:
        raise RefusedStatement("sql-long", most=f"{CHARACTERS:,}")
    statements = con.extract_statements(sql)
    if len(statements) != 1:
        raise RefusedStatement("sql-several" if statements else "sql-empty", n=len(statements))
    kind = _kind(statements[0])
    if kind != "SELECT":
        raise RefusedStatement("sql-kind", found=kind)
    if statements[0].named_parameters:
        raise RefusedStatement("sql-parameter")
    try:
        tree = json.loads(_serialised(con, sql))
    except RecursionError:
        raise RefusedStatement("sql-nested") from None
    if tree["error"]:
        raise RefusedStatement("sql-kind", found=tree["error_type"])
    _Screen(sql, harmless_functions(con)).check(tree["statements"])


def _kind(statement: duckdb.Statement) -> str:
    """What kind of statement it is; DuckDB's Python has no name for some of the kinds."""
    try:
        return statement.type.name
    except ValueError:
        return statement.query.split(None, 1)[0].upper()


def _serialised(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    ((tree,),) = con.execute("SELECT json_serialize_sql($sql::VARCHAR)", {"sql": sql}).fetchall()
    return str(tree)


class _Screen:
    """One walk through a tree, with the names that WITH gives at each place."""

    def __init__(self, sql: str, functions: frozenset[str]) -> None:
        self._bytes = sql.encode("utf-8", "replace")
        self._functions = functions

    def check(self, tree: Any) -> None:
        waiting: list[tuple[Any, _Scope]] = [(tree, frozenset())]
        while waiting:
            part, scope = waiting.pop()
            if isinstance(part, list):
                waiting.extend((entry, scope) for entry in part)
            elif isinstance(part, dict):
                waiting.extend(self._parts(part, scope))

    def _parts(self, part: Mapping[str, Any], scope: _Scope) -> Iterator[tuple[Any, _Scope]]:
        """What is still to be looked at below a part, once the part itself has passed."""
        kind = str(part.get("type", ""))
        if "cte_map" in part or kind.endswith("_NODE"):
            yield from self._query(part, kind, scope)
            return
        if "sample" in part:
            self._source(part, kind, scope)
        elif "class" in part:
            self._term(part)
        if kind == "TABLE_FUNCTION":
            yield part["function"]["arguments"], scope
        else:
            yield from ((value, scope) for value in part.values())

    def _query(
        self, part: Mapping[str, Any], kind: str, scope: _Scope
    ) -> Iterator[tuple[Any, _Scope]]:
        """A query: each of its WITH sees those before it, only a recursive one itself."""
        self._demand(kind in _NODES, part, "sql-kind", kind)
        for entry in part["cte_map"]["map"]:
            name, body = entry["key"].lower(), entry["value"]
            inner = body.get("query_node") or body.get("query", {})
            own = {name} if "RECURSIVE" in json.dumps(inner.get("type", "")) else set()
            yield body, scope | own
            scope |= {name}
        yield from ((value, scope) for key, value in part.items() if key != "cte_map")

    def _source(self, part: Mapping[str, Any], kind: str, scope: _Scope) -> None:
        self._demand(kind in _SOURCES, part, "sql-kind", kind)
        if kind == "BASE_TABLE":
            path = part["qualified_name"]["path"]
            name = str(part["table_name"]).lower()
            known = len(path) == 1 and (name in scope or name in TABLES)
            self._demand(known, part, "sql-table", ".".join(map(str, path)))
        elif kind == "SHOW_REF":
            known = part["query"] is not None and part["show_type"] in _DESCRIPTIONS
            self._demand(known, part, "sql-kind", "SHOW")
        elif kind == "TABLE_FUNCTION":
            self._call(part["function"], _TABLE_FUNCTIONS, part)

    def _term(self, part: Mapping[str, Any]) -> None:
        self._demand(part["class"] in _TERMS, part, "sql-kind", part["class"])
        if "function_name" in part:
            self._call(part, self._functions, part)

    def _call(
        self, part: Mapping[str, Any], known: set[str] | frozenset[str], place: Mapping[str, Any]
    ) -> None:
        path = part["qualified_name"]["path"]
        passes = len(path) == 1 and str(part["function_name"]).lower() in known
        self._demand(passes, place, "sql-function", ".".join(map(str, path)))

    def _demand(self, passes: bool, part: Mapping[str, Any], code: str, found: str) -> None:
        if not passes:
            at = part.get("query_location", _UNKNOWN_PLACE)
            line = "—" if at == _UNKNOWN_PLACE else self._bytes.count(b"\n", 0, at) + 1
            raise RefusedStatement(code, found=found, line=line)

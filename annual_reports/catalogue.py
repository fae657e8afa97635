"""The catalogue of queries/: every statement of the product with its declared signature.

A file holds one statement under a header of ``-- key: value`` lines. Undeclared or unused
parameters, missing or unknown keys and a second statement are refused when it is loaded.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.errors import InvalidQuery
from annual_reports.query_headers import TERM, header_fault

QUERIES: Final = Path(__file__).parent.parent / "queries"

_HEADER_LINE = re.compile(r"-- (\w+):(?: (.*))?")


@dataclass(frozen=True)
class Query:
    """One statement: its folder, header and text."""

    folder: str
    query_id: str
    sql: str
    header: Mapping[str, str] = field(repr=False)

    @property
    def params(self) -> tuple[str, ...]:
        """The declared parameters."""
        return tuple(self.header.get("params", "").replace(",", " ").split())

    @property
    def reads_verdicts(self) -> bool:
        """Whether the answer depends on what people decided about findings."""
        return "settled_findings" in self.sql

    def title(self, lang: str) -> str:
        """The title in ``zh`` or ``en``."""
        return self.header[f"title_{lang}"]


@cache
def queries_in(folder: str) -> tuple[Query, ...]:
    """The queries of a folder by id, what is made in steps by step; raises InvalidQuery."""
    read = [load_query(path) for path in sorted((QUERIES / folder).glob("*.sql"))]
    order = {
        "load": "step",
        "derive": "step",
        "conclude": "step",
        "metrics": "position",
        "examples": "position",
    }.get(folder)
    return tuple(sorted(read, key=lambda query: int(query.header[order]) if order else 0))


def break_years(metric: Query) -> tuple[int, ...]:
    """The first years in which the printed form gives a measure another meaning, in order."""
    given = metric.header.get("break_years", "").replace(",", " ").split()
    return tuple(sorted(int(year) for year in given))


def terms(metric: Query, side: str) -> tuple[tuple[int, str], ...]:
    """The cells that make up a side of a measure, ``above`` or ``below``: sign and pattern.

    A pattern is ``table/row/column``, with ``*`` in the row for any ending.
    """
    signed = TERM.findall(metric.header.get(side, ""))
    return tuple((-1 if sign == "-" else 1, pattern) for sign, pattern in signed)


def alternatives(metric: Query) -> tuple[str, ...]:
    """The measures that define the same matter otherwise."""
    return tuple(metric.header.get("alternatives", "").replace(",", " ").split())


@cache
def query(query_id: str) -> Query:
    """The question of that id, from trends/, drilldown/ or dataset/; KeyError if there is none."""
    folders = map(queries_in, ("trends", "drilldown", "dataset"))
    return {entry.query_id: entry for folder in folders for entry in folder}[query_id]


def load_query(path: Path) -> Query:
    """One file as a Query; raises InvalidQuery naming what is wrong with it."""
    header, sql = _split_header(path.read_text(encoding="utf-8"))
    loaded = Query(path.parent.name, path.stem, sql, header)
    faults = (header_fault(loaded.folder, loaded.query_id, header), _statement_fault(loaded))
    for complaint in faults:
        if complaint:
            raise InvalidQuery(
                "query-invalid", file=f"{loaded.folder}/{path.name}", found=complaint
            )
    return loaded


def _split_header(text: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    lines = text.splitlines(keepends=True)
    for count, line in enumerate(lines):
        match = _HEADER_LINE.fullmatch(line.rstrip())
        if not match:
            return header, "".join(lines[count:]).strip()
        header[match[1]] = match[2] or ""
    return header, ""


def _statement_fault(loaded: Query) -> str:
    try:
        statements = duckdb.extract_statements(loaded.sql)
    except duckdb.Error as error:
        return str(error).splitlines()[0]
    if len(statements) != 1:
        return f"{len(statements)} statements instead of one"
    used, declared = set(statements[0].named_parameters), set(loaded.params)
    if used - declared:
        return f"parameters used but not declared: {', '.join(sorted(used - declared))}"
    if declared - used:
        return f"parameters declared but not used: {', '.join(sorted(declared - used))}"
    return ""

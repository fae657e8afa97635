"""Runs a statement in a process of its own and says in plain words why it gave no answer."""

import re
import time
from threading import BoundedSemaphore
from typing import Final

import duckdb
import pyarrow as pa

from annual_reports.errors import RefusedStatement
from annual_reports.parallel import Failure
from annual_reports.sandbox.limits import forget_environment, limit_process
from annual_reports.sandbox.room import open_room
from annual_reports.sandbox.rows import rows_of, stream_of
from annual_reports.sandbox.screen import screen
from annual_reports.sandbox.task import SECONDS, Answer, Task
from annual_reports.standby import Standby

_TOGETHER: Final = 2  # statements at a time, for all readers
_PATIENCE: Final = 2 * SECONDS
_STARTING: Final = 10  # seconds for the process itself
_LONGEST: Final = 300
_PLACES: Final = BoundedSemaphore(_TOGETHER)
_LINE: Final = re.compile(r"^LINE (\d+):", re.MULTILINE)
_KIND: Final = re.compile(r"^[A-Za-z ]+ Error: ")
_HINTS: Final = ("Candidate bindings", "Did you mean")
_PATH: Final = re.compile(r"(?:/[^\s/'\"]+){2,}|[A-Za-z]:\\\S+")
_CODES: Final = (
    (duckdb.ParserException, "sql-syntax"),
    (duckdb.OutOfMemoryException, "sql-memory"),
    (duckdb.InterruptException, "sql-time"),
    (duckdb.BinderException, "sql-names"),
    (duckdb.CatalogException, "sql-names"),
    (duckdb.Error, "sql-failed"),
)


def ask_freely(task: Task) -> Answer:
    """The answer to a reader's statement; raises RefusedStatement where there is none."""
    if not _PLACES.acquire(timeout=_PATIENCE):
        raise RefusedStatement("sql-busy", n=_TOGETHER)
    try:
        answer = _PROCESS.run(task, seconds=SECONDS + _STARTING)
    finally:
        _PLACES.release()
    if isinstance(answer, RefusedStatement):
        raise answer
    if isinstance(answer, Failure):
        code = {"timeout": "sql-time", "memory": "sql-memory"}.get(answer.reason, "sql-crash")
        raise RefusedStatement(code, seconds=SECONDS)
    return answer


def work(task: Task) -> Answer | RefusedStatement:
    """What the process does: its rooms, limits, the screening, then the statement."""
    forget_environment()
    try:
        with open_room(task.database, task.selection) as con:
            limit_process()
            screen(con, task.sql)
            start = time.monotonic()
            table, is_cut = _rows(con, task.sql)
            return Answer(stream_of(table), is_cut, time.monotonic() - start)
    except RefusedStatement as refusal:
        return refusal.with_traceback(None)  # whose frames would keep the database open
    except MemoryError:
        return RefusedStatement("sql-memory")
    except duckdb.Error as error:
        return _refusal(error)
    except Exception:  # whatever else it is, its words are not for a reader
        return RefusedStatement("sql-crash")


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[pa.Table, bool]:
    """The rows; where a name is wrong, an error that also says in which line."""
    try:
        return rows_of(con, sql)
    except duckdb.BinderException:
        con.execute(f"EXPLAIN {sql}")
        raise


def _refusal(error: Exception) -> RefusedStatement:
    """What DuckDB says, shortened to its first line and hint, without any path of this machine."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "sql-failed")
    said = str(error)
    place = _LINE.search(said)
    lines = _KIND.sub("", said).split("\n")
    told = " ".join([lines[0], *(line for line in lines[1:2] if line.startswith(_HINTS))])
    line = int(place[1]) if place else "—"
    short = _PATH.sub("…", told)[:_LONGEST]
    return RefusedStatement(code, found=short, line=line, seconds=SECONDS)


_PROCESS: Final = Standby(work)

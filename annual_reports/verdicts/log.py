"""The log of verdicts: what is decided is added, nothing is ever changed or removed."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

from annual_reports.errors import AnnualReportsError
from annual_reports.ledger import Steps, opened

FILE: Final = "verdicts.sqlite"
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS verdicts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    finding_id TEXT NOT NULL,
    values_hash TEXT NOT NULL,
    verdict TEXT NOT NULL,
    comment TEXT NOT NULL,
    who TEXT NOT NULL,
    settled_at TEXT NOT NULL
)
"""
_INDEX: Final = "CREATE INDEX IF NOT EXISTS verdicts_by_finding ON verdicts (finding_id, number)"
_STEPS: Steps = ((_TABLE, _INDEX),)
_INSERT: Final = (
    "INSERT INTO verdicts (finding_id, values_hash, verdict, comment, who, settled_at)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_LATEST: Final = (
    "SELECT * FROM verdicts WHERE number IN (SELECT max(number) FROM verdicts GROUP BY finding_id)"
    " ORDER BY number"
)
_OF_FINDING: Final = "SELECT * FROM verdicts WHERE finding_id = ? ORDER BY number"


class Verdict(StrEnum):
    """What a finding turned out to be."""

    OPEN = "open"  # 待核
    CONFIRMED = "confirmed"  # 属实
    FALSE_ALARM = "false-alarm"  # 误报
    CORRECTED = "corrected"  # 已更正


class Mark(NamedTuple):
    """A finding as it was judged: which one, and with which values."""

    finding_id: str
    values_hash: str


class Entry(NamedTuple):
    """One verdict of the log. It holds as long as the finding has these values."""

    number: int
    finding_id: str
    values_hash: str
    verdict: Verdict
    comment: str
    who: str
    settled_at: str  # ISO, UTC


class VerdictLog:
    """The log in ``file``, made when the first verdict is given. Many may write at once.

    Every call raises AnnualReportsError when the file cannot be read or written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def settle(
        self, marks: Iterable[Mark], verdict: Verdict, who: str, comment: str = ""
    ) -> list[Entry]:
        """Give all these findings one verdict, all or none; what was added."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con, con:
            con.execute("BEGIN IMMEDIATE")
            return [_add(con, mark, verdict, comment, who, now) for mark in marks]

    def undo(self, entries: Sequence[Entry], who: str) -> list[Entry]:
        """Give back to these findings what they had before; nothing is removed from the log.

        Raises AnnualReportsError when somebody has settled one of them since.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as con, con:
            con.execute("BEGIN IMMEDIATE")
            return [_take_back(con, entry, who, now) for entry in entries]

    def history(self, finding_id: str) -> list[Entry]:
        """Every verdict on a finding, the first one first."""
        return self._read(_OF_FINDING, (finding_id,))

    def version(self) -> int:
        """The number of the last entry: what was read before is good as long as it stays."""
        latest = self._read("SELECT * FROM verdicts ORDER BY number DESC LIMIT 1")
        return latest[0].number if latest else 0

    def latest(self) -> pa.Table:
        """The last verdict on each finding, in the columns of the table ``verdicts``."""
        columns = list(zip(*self._read(_LATEST), strict=True)) or [()] * len(Entry._fields)
        types = [pa.int64(), *[pa.string()] * (len(Entry._fields) - 1)]
        arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
        return pa.Table.from_arrays(arrays, list(Entry._fields))

    def _read(self, query: str, values: Sequence[str] = ()) -> list[Entry]:
        if not self.file.exists():
            return []
        with self._open() as con:
            return [_entry(row) for row in con.execute(query, values)]

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self.file, _STEPS, "verdicts-unusable")


def _add(
    con: sqlite3.Connection, mark: Mark, verdict: Verdict, comment: str, who: str, now: str
) -> Entry:
    values = (*mark, verdict.value, comment, who, now)
    number = con.execute(_INSERT, values).lastrowid or 0
    return _entry((number, *values))


def _take_back(con: sqlite3.Connection, entry: Entry, who: str, now: str) -> Entry:
    known = [_entry(row) for row in con.execute(_OF_FINDING, (entry.finding_id,))]
    if known[-1].number != entry.number:
        later = known[-1]
        raise AnnualReportsError(
            "verdict-overtaken", found=later.who, expected=later.settled_at, file=entry.finding_id
        )
    before = known[-2] if len(known) > 1 else entry._replace(verdict=Verdict.OPEN, comment="")
    mark = Mark(before.finding_id, before.values_hash)
    return _add(con, mark, before.verdict, before.comment, who, now)


def _entry(row: Sequence[object]) -> Entry:
    number, finding_id, values_hash, verdict, *rest = row
    told = (str(value) for value in rest)
    return Entry(int(str(number)), str(finding_id), str(values_hash), Verdict(str(verdict)), *told)

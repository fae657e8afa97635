"""Who did what: a log beside the builds to which is only ever added.

The database itself refuses to change or remove a line. That is no seal: who can write the file
on the disk can replace it, so a copy belongs into the backup.
"""

import getpass
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.errors import AnnualReportsError

FILE: Final = "audit.sqlite"
NOBODY: Final = "—"
_PATIENCE: Final = 30.0  # seconds that a writer waits for others
_LAYOUT: Final = 1
_CREATE: Final = """
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS acts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    details TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS acts_stay BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'lines of this log are not changed'); END;
CREATE TRIGGER IF NOT EXISTS acts_remain BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'lines of this log are not removed'); END;
PRAGMA user_version = 1;
COMMIT;
"""
_INSERT: Final = "INSERT INTO acts (done_at, who, act, details) VALUES (?, ?, ?, ?)"
_LATEST: Final = "SELECT * FROM acts ORDER BY number DESC LIMIT ?"


class Act(StrEnum):
    """What is written down; the words are ``audit.<act>`` in i18n."""

    IMPORT = "import"  # reports were taken in
    TAKE_OUT = "take-out"  # imported reports were taken out again
    SETTLE = "settle"  # findings were given a verdict
    CORRECT = "correct"  # a value of a source was put right, as told in corrections.toml
    PUBLISH = "publish"  # a build was put in place
    REFUSE = "refuse"  # a build failed its checks and was not put in place
    ROLL_BACK = "roll-back"  # an older build was put in place again
    BACK_UP = "back-up"  # what cannot be made again was saved
    RESTORE = "restore"  # and brought back


class Line(NamedTuple):
    """One act: when (ISO, UTC), by whom, and what it was about."""

    number: int
    done_at: str
    who: str
    act: Act
    details: Mapping[str, object]


class AuditLog:
    """The log in ``file``, made with its first line. Many may write at once.

    Every call raises AnnualReportsError when the file cannot be read or written.
    """

    def __init__(self, file: Path) -> None:
        self.file = file

    def add(self, act: Act, who: str, /, **details: object) -> None:
        """Write down an act that was just done; nobody known is “—”."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        told = json.dumps(details, ensure_ascii=False, default=str)
        with self._open() as con, con:
            con.execute(_INSERT, (now, who.strip() or NOBODY, act.value, told))

    def latest(self, most: int = 1000) -> list[Line]:
        """The last acts, the newest first."""
        if not self.file.exists():
            return []
        with self._open() as con:
            return [_line(*row) for row in con.execute(_LATEST, (most,))]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=_PATIENCE)) as con:
                _prepare(con)
                yield con
        except (sqlite3.Error, OSError) as error:
            raise AnnualReportsError(
                "audit-unusable", file=self.file.as_posix(), found=str(error)
            ) from error


def audit_log(builds: Path) -> AuditLog:
    """The log of the warehouse there."""
    return AuditLog(builds / FILE)


def machine_user() -> str:
    """The name under which this program runs, for acts on the command line."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user need not have a name
        return NOBODY


def _prepare(con: sqlite3.Connection) -> None:
    ((layout,),) = con.execute("PRAGMA user_version").fetchall()
    if layout > _LAYOUT:
        raise sqlite3.DatabaseError(f"layout {layout} > {_LAYOUT}")
    if layout < _LAYOUT:
        con.executescript(_CREATE)


def _line(number: int, done_at: str, who: str, act: str, details: str) -> Line:
    return Line(number, done_at, who, Act(act), json.loads(details))

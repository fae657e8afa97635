"""Who did what: a log beside the builds to which is only ever added.

The database itself refuses to change or remove a line. That is no seal: who can write the file
on the disk can replace it, so a copy belongs into the backup.
"""

import getpass
import json
import sqlite3
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.ledger import Steps, opened

FILE: Final = "audit.sqlite"
NOBODY: Final = "—"
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS acts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    done_at TEXT NOT NULL,
    who TEXT NOT NULL,
    act TEXT NOT NULL,
    details TEXT NOT NULL
)
"""
_NO_CHANGE: Final = """
CREATE TRIGGER IF NOT EXISTS acts_stay BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'lines of this log are not changed'); END
"""
_NO_REMOVAL: Final = """
CREATE TRIGGER IF NOT EXISTS acts_remain BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'lines of this log are not removed'); END
"""
_STEPS: Final[Steps] = ((_TABLE, _NO_CHANGE, _NO_REMOVAL),)
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
        with self._open() as con:
            con.execute(_INSERT, (now, who.strip() or NOBODY, act.value, told))

    def latest(self, most: int = 1000) -> list[Line]:
        """The last acts, the newest first."""
        if not self.file.exists():
            return []
        with self._open() as con:
            return [_line(*row) for row in con.execute(_LATEST, (most,))]

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self.file, _STEPS, "audit-unusable")


def audit_log(builds: Path) -> AuditLog:
    """The log of the warehouse there."""
    return AuditLog(builds / FILE)


def machine_user() -> str:
    """The name under which this program runs, for acts on the command line."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's user need not have a name
        return NOBODY


def _line(number: int, done_at: str, who: str, act: str, details: str) -> Line:
    return Line(number, done_at, who, Act(act), json.loads(details))

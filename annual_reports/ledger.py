"""Files of lines to which is only ever added: how they are opened and brought to today's layout."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from annual_reports.errors import AnnualReportsError

PATIENCE: Final = 30.0  # seconds that a writer waits for others

Steps = Sequence[Sequence[str]]
"""The statements that lead from one layout to the next: layout n has gone the first n steps."""


@contextmanager
def opened(file: Path, steps: Steps, code: str) -> Iterator[sqlite3.Connection]:
    """The file, made or brought up to date first; its transactions are begun by hand.

    Raises AnnualReportsError ``code`` when it cannot be read or written, or is of a later program.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connected = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
        with closing(connected) as con:
            _bring_up_to_date(con, steps)
            yield con
    except (sqlite3.Error, OSError) as error:
        raise AnnualReportsError(code, file=file.as_posix(), found=str(error)) from error


def _bring_up_to_date(con: sqlite3.Connection, steps: Steps) -> None:
    """Bring a file of an older layout to that of today, whole or not at all."""
    if _layout(con, steps) == len(steps):
        return
    con.execute("BEGIN IMMEDIATE")
    layout = _layout(con, steps)
    for number, step in enumerate(steps[layout:], layout + 1):
        for statement in step:
            con.execute(statement)
        con.execute(f"PRAGMA user_version = {number}")
    con.execute("COMMIT")


def _layout(con: sqlite3.Connection, steps: Steps) -> int:
    ((layout,),) = con.execute("PRAGMA user_version").fetchall()
    if layout > len(steps):
        raise sqlite3.DatabaseError(f"layout {layout} > {len(steps)}")
    return int(layout)

"""A reader's own SQL, run where it can do no harm: one query, a process of its own, hard limits."""

from annual_reports.sandbox.run import ask_freely, work
from annual_reports.sandbox.task import (
    BYTES,
    DICTIONARIES,
    ROWS,
    SECONDS,
    SELECTION,
    TABLES,
    Answer,
    Task,
)

__all__ = [
    "BYTES",
    "DICTIONARIES",
    "ROWS",
    "SECONDS",
    "SELECTION",
    "TABLES",
    "Answer",
    "Task",
    "ask_freely",
    "work",
]

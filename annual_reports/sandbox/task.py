"""What goes into the process that runs a reader's statement, what comes out, and its limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from annual_reports.catalogue import queries_in

ROWS: Final = 10_000
"""The most rows of an answer."""
BYTES: Final = 20_000_000
"""The most bytes of an answer."""
SECONDS: Final = 10
"""The longest that a statement may run."""
CHARACTERS: Final = 20_000
"""The longest statement."""
DICTIONARIES: Final = ("metrics", "rules")
"""What measures and rules are called: tables of the warehouse that hold no report."""
SELECTION: Final[Mapping[str, str]] = {
    "is_demo": "BOOLEAN",
    "region": "VARCHAR",
    "kinds": "VARCHAR[]",
    "agencies": "VARCHAR[]",
    "year_from": "INTEGER",
    "year_to": "INTEGER",
}
"""The parameters of the data set's tables, with their types."""

Value = str | int | bool | Sequence[str] | None


def _tables() -> tuple[str, ...]:
    dataset = [asked.query_id for asked in queries_in("dataset")]
    return (*(name for name in dataset if name != "dataset_size"), *DICTIONARIES)


TABLES: Final = _tables()
"""All that a statement can read: the tables of the data set, and the two dictionaries."""


@dataclass(frozen=True, slots=True)
class Task:
    """A statement, the file of the build it is about, and the selection whose rows it sees."""

    sql: str
    database: str
    selection: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows as an Arrow stream; ``is_cut`` where there were more than may come back."""

    stream: bytes
    is_cut: bool
    seconds: float

"""By which rules a build was made: one made by others is built again, not guessed at."""

from functools import cache
from hashlib import sha256
from typing import Final

from annual_reports.catalogue import queries_in

_MAKING: Final = (
    "schema", "load", "derive", "lay_out", "measure", "metrics", "judge", "checks", "conclude",
)  # fmt: skip


@cache
def schema_version() -> str:
    """A few characters for all the statements that make a build, their headers left out."""
    statements = (query for folder in _MAKING for query in queries_in(folder))
    told = "\0".join(f"{query.query_id}\0{query.sql}" for query in statements)
    return sha256(told.encode()).hexdigest()[:12]

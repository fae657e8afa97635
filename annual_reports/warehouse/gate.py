"""Judges a build before it is put in place: against what is foretold, and the build before it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.catalogue import queries_in
from annual_reports.errors import Doubt, RefusedBuild
from annual_reports.warehouse.builds import build_path, current_build_id
from annual_reports.warehouse.limits import Expected, Limits

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked of a new build.

    ``compares`` where it has the same sources as the one in place; ``leaving`` reports are
    gone by intent; ``accepts`` where it is to be published whatever is found.
    """

    limits: Limits
    expected: Sequence[Expected] = ()
    imports: str = ""
    compares: bool = True
    leaving: int = 0
    accepts: bool = False

    def judge(self, con: duckdb.DuckDBPyConnection, directory: Path) -> tuple[Doubt, ...]:
        """What speaks against putting the filled build in ``con`` in place there.

        Raises RefusedBuild where that is anything and it is not accepted.
        """
        doubts = tuple(self._unlike(con))
        if self.compares and (current := current_build_id(directory)):
            doubts += tuple(self._worse(con, build_path(directory, current)))
        if doubts and not self.accepts:
            raise RefusedBuild(doubts)
        return doubts

    def _unlike(self, con: duckdb.DuckDBPyConnection) -> Iterator[Doubt]:
        for entry in self.expected:
            scope = {
                "is_demo": entry.is_demo, "agency_id": entry.agency_id, "year": entry.year,
                "imports": f"{self.imports}/",
            }  # fmt: skip
            ((reports, cells),) = con.execute(_statement("counts"), scope).fetchall()
            found = {"reports": reports, "cells": cells}
            for what, count in entry.counts.items():
                if found[what] != count:
                    yield Doubt(
                        f"expected-{what}", file=entry.file, found=found[what], expected=count,
                        data="demo" if entry.is_demo else "real",
                        scope=" ".join(str(part) for part in (entry.agency_id, entry.year) if part),
                    )  # fmt: skip

    def _worse(self, con: duckdb.DuckDBPyConnection, before: Path) -> Iterator[Doubt]:
        for measure, base, found in _against(con, before):
            counted = found - self.leaving if measure == "reports_lost" else found
            most = self.limits.worse[measure].of(base)
            if counted > most:
                yield Doubt(measure.replace("_", "-"), found=counted, expected=most, base=base)


def _against(con: duckdb.DuckDBPyConnection, before: Path) -> list[tuple[str, int, int]]:
    """What the new build is worse in; nothing where the old one cannot be read any more."""
    try:
        con.execute("ATTACH $file AS held (READ_ONLY)", {"file": str(before)})
        try:
            return con.execute(_statement("against")).fetchall()
        finally:
            con.execute("DETACH held")
    except duckdb.Error as error:
        _LOG.warning("build.not-compared", extra={"build": before.name, "found": str(error)})
        return []


def _statement(query_id: str) -> str:
    return {query.query_id: query.sql for query in queries_in("publish")}[query_id]

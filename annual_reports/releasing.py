"""The terms on which a build is published, and what is written down of it."""

import errno
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.audit import Act, audit_log
from annual_reports.catalogue import queries_in
from annual_reports.errors import AnnualReportsError, RefusedBuild
from annual_reports.locks import locked
from annual_reports.recipe import Recipe
from annual_reports.warehouse import Build, build_path, current_build_id
from annual_reports.warehouse.gate import Gate
from annual_reports.warehouse.limits import read_expected, read_limits

_LOCK: Final = "build.lock"
_LOG: Final = logging.getLogger(__name__)
_FULL: Final = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_FULL_WORDS: Final = ("No space left", "File too large", "quota")  # what DuckDB says of them
_Corrected = dict[tuple[str, ...], str]  # the name of who put it right, by everything told of it


@dataclass(frozen=True, slots=True)
class Terms:
    """Who builds, and what is let pass.

    ``accepts`` publishes whatever the checks say, ``leaving`` reports are gone by intent,
    ``wait`` is for how many seconds another build is waited for.
    """

    who: str = ""
    accepts: bool = False
    leaving: int = 0
    wait: float = 0.0


def gate_for(
    to: Path,
    imports: Path,
    recipe: Recipe,
    terms: Terms,
    shipped: Path,
    folders: Sequence[Path],
) -> Gate:
    """What is asked of a build of these folders of reports; limits of their own come last.

    It is compared with the build in place only where that has the same sources.
    """
    return Gate(
        limits=read_limits([shipped, *folders]),
        expected=tuple(read_expected(folders)),
        imports=imports,
        compares=Recipe.read(to) == recipe,
        leaving=terms.leaving,
        accepts=terms.accepts,
    )


def release(to: Path, who: str, make: Callable[[], Build]) -> Build:
    """Publish with ``make`` and write down that it was done, or that it was refused."""
    log, before = audit_log(to), _corrected(to)
    try:
        build = make()
    except RefusedBuild as refused:
        why = [doubt.words("zh") for doubt in refused.doubts]
        _LOG.error("build.refused", extra={"doubts": why})
        log.add(Act.REFUSE, who, doubts=why)
        raise
    accepted = [doubt.words("zh") for doubt in build.accepted]
    told = {"build": build.build_id, "reports": build.reports, "accepted": accepted}
    _LOG.info("build.published", extra=told)
    log.add(Act.PUBLISH, who, **told)
    after = _corrected(to) or {}
    for entry, corrector in after.items():
        if before is not None and entry not in before:
            report, cell, old, new, reason = entry
            log.add(Act.CORRECT, corrector, report=report, cell=cell, old=old, new=new, why=reason)
    return build


def _corrected(builds: Path) -> _Corrected | None:
    """The corrections in the build in place; None where that cannot be read."""
    current = current_build_id(builds)
    if current is None:
        return {}
    (statement,) = (q.sql for q in queries_in("publish") if q.query_id == "corrections")
    try:
        with duckdb.connect(str(build_path(builds, current)), read_only=True) as con:
            rows = con.execute(statement).fetchall()
    except duckdb.Error:
        return None
    return {tuple(row[:5]): row[5] for row in rows}


@contextmanager
def switching(builds: Path, wait: float = 0.0) -> Iterator[None]:
    """Work alone on the builds there; raises as ``locked`` and ``writing``."""
    with writing(builds), locked(builds / _LOCK, wait):
        yield


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Says of a disk that is full, read-only or not allowed which folder it is.

    Raises AnnualReportsError in place of what Python, Arrow or DuckDB raise.
    """
    try:
        yield
    except (OSError, duckdb.IOException, duckdb.FatalException) as error:
        found = (getattr(error, "strerror", None) or str(error)).split("\n")[0]
        is_full = getattr(error, "errno", None) in _FULL or any(w in found for w in _FULL_WORDS)
        code = "disk-full" if is_full else "folder-unwritable"
        raise AnnualReportsError(code, file=folder.as_posix(), found=found) from error

"""From an uploaded report to the warehouse, and back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.audit import Act, audit_log
from annual_reports.importing.shelf import Arrival, Shelf
from annual_reports.pipeline import BuildResult, Progress, imports_in, rebuild_warehouse
from annual_reports.releasing import Terms

_WAIT: Final = 120.0  # seconds for a build that another has begun


class Kept(NamedTuple):
    """The numbers of reports that were imported, and the build that holds them."""

    numbers: tuple[str, ...]
    result: BuildResult


def keep(
    builds: Path,
    arrivals: Sequence[Arrival],
    progress: Progress,
    who: str = "",
    wait: float = _WAIT,
) -> Kept:
    """Import the reports and build the warehouse anew with them.

    Raises what a build raises; then nothing is kept and the old build stays.
    """
    shelf = Shelf(imports_in(builds))
    numbers = shelf.put(arrivals)
    terms = Terms(who, wait=wait)
    result = _rebuilt(builds, progress, terms, lambda: shelf.take_back(numbers, for_good=True))
    files = [arrival.name for arrival in arrivals]
    audit_log(builds).add(Act.IMPORT, who, numbers=numbers, files=files)
    return Kept(numbers, result)


def undo(builds: Path, numbers: Sequence[str], progress: Progress, who: str = "") -> BuildResult:
    """Take imported reports out again and build the warehouse anew without them.

    Raises AnnualReportsError where one is not there, and what a build raises; then all stays
    as it was.
    """
    shelf = Shelf(imports_in(builds))
    taken = shelf.take_back(numbers)
    terms = Terms(who, leaving=len(numbers), wait=_WAIT)
    result = _rebuilt(builds, progress, terms, lambda: shelf.put_back(taken))
    files = [row["file"] for row in taken.manifest]
    audit_log(builds).add(Act.TAKE_OUT, who, numbers=numbers, files=files)
    return result


def _rebuilt(
    builds: Path, progress: Progress, terms: Terms, otherwise: Callable[[], object]
) -> BuildResult:
    try:
        return rebuild_warehouse(builds, progress=progress, terms=terms)
    except BaseException:
        otherwise()
        raise

"""From an uploaded report to the warehouse, and back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.importing.shelf import Arrival, Shelf
from annual_reports.pipeline import BuildResult, Progress, imports_in, rebuild_warehouse

_WAIT: Final = 120.0  # seconds for a build that another has begun


class Kept(NamedTuple):
    """The numbers of reports that were imported, and the build that holds them."""

    numbers: tuple[str, ...]
    result: BuildResult


def keep(
    builds: Path, arrivals: Sequence[Arrival], progress: Progress, wait: float = _WAIT
) -> Kept:
    """Import the reports and build the warehouse anew with them.

    Raises what a build raises; then nothing is kept and the old build stays.
    """
    shelf = Shelf(imports_in(builds))
    numbers = shelf.put(arrivals)
    result = _rebuilt(builds, progress, wait, lambda: shelf.take_back(numbers, for_good=True))
    return Kept(numbers, result)


def undo(
    builds: Path, numbers: Sequence[str], progress: Progress, wait: float = _WAIT
) -> BuildResult:
    """Take imported reports out again and build the warehouse anew without them.

    Raises AnnualReportsError where one is not there, and what a build raises; then all stays
    as it was.
    """
    shelf = Shelf(imports_in(builds))
    taken = shelf.take_back(numbers)
    return _rebuilt(builds, progress, wait, lambda: shelf.put_back(taken))


def _rebuilt(
    builds: Path, progress: Progress, wait: float, otherwise: Callable[[], object]
) -> BuildResult:
    try:
        return rebuild_warehouse(builds, progress=progress, wait=wait)
    except BaseException:
        otherwise()
        raise

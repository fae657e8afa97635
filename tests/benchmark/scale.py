"""A build of many reports: on one core and on two, and whether memory grows with their number."""

import os
import resource
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from annual_reports.parallel import Processes
from annual_reports.pipeline import build_warehouse
from tests.benchmark.corpus import write_reports
from tests.benchmark.measure import alone, peak_megabytes, table

HEAD: Final = ("reports", "cores", "seconds", "reports/s", "peak MB", "peak MB of a reader")


class Run(NamedTuple):
    """One build: its time and the most memory of the builder and of its largest reader."""

    reports: int
    cores: int
    seconds: float
    peak: float
    reader_peak: float


def report(count: int) -> str:
    """The builds of ``count`` reports and of a quarter of them."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        for part in ("quarter", "whole"):
            (folder / part).mkdir()
        write_reports(folder / "quarter", count // 4)
        write_reports(folder / "whole", count)
        plan = [("quarter", 2, count // 4), ("whole", 1, count), ("whole", 2, count)]
        runs = [
            alone(_build, folder / part, folder / f"to-{part}-{cores}", cores, reports)
            for part, cores, reports in plan
        ]
    quarter, one, two = runs
    lines = [
        table(HEAD, list(map(_row, runs))),
        f"two cores: {one.seconds / two.seconds:.2f} times as fast as one",
    ]
    return "\n".join(
        [*lines, f"memory: {two.peak / quarter.peak:.2f} times that of a quarter of the reports"]
    )


def _row(run: Run) -> tuple[str, ...]:
    each = f"{run.reports / run.seconds:.0f}"
    memory = f"{run.peak:.0f}", f"{run.reader_peak:.0f}"
    return str(run.reports), str(run.cores), f"{run.seconds:.1f}", each, *memory


def _build(source: Path, to: Path, cores: int, reports: int) -> Run:
    os.sched_setaffinity(0, range(cores))
    begun = perf_counter()
    result = build_warehouse([source], to=to, with_demo=False, mapper=Processes(cores))
    seconds = perf_counter() - begun
    assert result.build.reports == reports
    assert not result.refusals
    return Run(reports, cores, seconds, peak_megabytes(), peak_megabytes(resource.RUSAGE_CHILDREN))

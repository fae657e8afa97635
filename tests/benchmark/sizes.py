"""``python -m tests.benchmark.sizes [county city province nation]``: builds of facts, by step.

Each size is written as Parquet and built from it by a process of its own, as ``build-facts`` does;
beside it the floor of the same bytes, a bare scan of the cells. ``nation`` takes an hour and 30 GB
of disk.
"""

import logging
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.warehouse import build_path, current_build_id, open_warehouse, publish_facts
from tests.benchmark.facts import SIZES, demo_city, write_copies
from tests.benchmark.measure import SCAN, alone, exponent, peak_megabytes, seconds, table

_STEPS: Final = ("load", "derive", "lay_out", "measure", "judge", "conclude")
HEAD: Final = (
    "size", "reports", "cells", "write s", *(f"{step} s" for step in _STEPS), "all s", "cpu s",
    "cpu µs/report", "× scan", "peak MB", "file MB", "parquet MB",
)  # fmt: skip
_MEMORY: Final = {"county": 384, "city": 384, "province": 1000, "nation": 4000}


class Run(NamedTuple):
    """A build of facts: what it took in all and step by step, in seconds."""

    reports: int
    cells: int
    steps: dict[str, float]
    clock: float
    processor: float
    scan: float
    peak: float
    megabytes: float


class _Steps(logging.Handler):
    """What a build logs of its steps."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if record.msg == "build.step":
            told = vars(record)
            self.taken[told["step"]] = told["seconds"]


def report(sizes: list[str]) -> str:
    """The builds of these sizes, and how processor time grows from each to the next."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        city = demo_city(folder / "one")
        rows, runs = [], []
        for size in sizes:
            row, run = _size(city, folder / size, size)
            rows.append(row)
            runs.append(run)
        return "\n".join([table(HEAD, rows), *_growth(sizes, runs)])


def _size(city: Path, folder: Path, size: str) -> tuple[tuple[str, ...], Run]:
    folder.mkdir()
    facts = folder / "facts"
    written = seconds(lambda: write_copies(city, facts, SIZES[size])).clock
    run = alone(_built, folder, facts, _MEMORY[size])
    steps = (f"{run.steps[step]:.1f}" for step in _STEPS)
    parquet = sum(file.stat().st_size for file in facts.rglob("*.parquet")) / 1e6
    return (
        size, f"{run.reports:,}", f"{run.cells:,}", f"{written:.1f}", *steps, f"{run.clock:.1f}",
        f"{run.processor:.1f}", f"{1e6 * run.processor / run.reports:.0f}",
        f"{run.processor / run.scan:.0f}", f"{run.peak:.0f}", f"{run.megabytes:.0f}",
        f"{parquet:.0f}",
    ), run  # fmt: skip


def _built(builds: Path, facts: Path, memory: int) -> Run:
    steps = _Steps()
    told = logging.getLogger("annual_reports")
    told.setLevel(logging.INFO)
    told.addHandler(steps)
    taken = seconds(lambda: publish_facts(builds, facts, memory=memory))
    peak = peak_megabytes()
    held = open_warehouse(builds).connection
    scan = min(seconds(lambda: held.execute(SCAN).fetchall()).processor for _ in range(3))
    reports, cells = (held.table(name).count("*").fetchall()[0][0] for name in ("reports", "cells"))
    size = build_path(builds, current_build_id(builds) or "").stat().st_size / 1e6
    return Run(reports, cells, steps.taken, *taken, scan, peak, size)


def _growth(sizes: list[str], runs: list[Run]) -> list[str]:
    """How processor time grows with the reports: 1 is linear, 2 is with their square."""
    told = []
    for place in range(1, len(runs)):
        few, many = runs[place - 1], runs[place]
        by = exponent(many.processor / few.processor, many.reports / few.reports)
        told.append(f"growth exponent from {sizes[place - 1]} to {sizes[place]}: {by:.2f}")
    return told


if __name__ == "__main__":
    print(report(sys.argv[1:] or ["county", "city", "province"]))

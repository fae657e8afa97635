"""Many readers at a time before one real server: what they wait for, and whether all see a page.

Each walks through every page, thinks for up to a second before each step, and narrows the selection
on every fourth page. Wall clock, for that is what a reader waits by; the readers run on the
same cores as the server. Beside them in the same run: as many steps over an empty page.
"""

import asyncio
import resource
import tempfile
import time
from collections import Counter
from os import getloadavg
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Final, NamedTuple

import psutil

from annual_reports.pipeline import PROJECT
from tests.benchmark.measure import alone, peak_megabytes, table
from tests.benchmark.readers import Met, walks
from tests.browser.serving import started
from tests.visitor import visiting

HEAD: Final = (
    "server", "sessions", "reruns", "p50 ms", "p95 ms", "max ms", "failures", "seconds",
    "cpu ms/rerun", "peak MB", "load",
)  # fmt: skip
_SIZES: Final = (1, 10, 50)
_LOOK, _IDLE = 3.0, 0.3  # seconds by the clock, and of the processor
_OPTIONS: Final = ("--client.showErrorDetails", "full", "--logger.hideWelcomeMessage", "true")


class Crowd(NamedTuple):
    """What so many sessions met, and the server's cost in seconds and megabytes."""

    sessions: int
    met: Met
    seconds: float
    processor: float
    peak: float
    load: float


def report(builds: Path) -> str:
    """An empty page and the dashboard over the build in ``builds``, before 1, 10 and 50 readers."""
    with tempfile.TemporaryDirectory() as held:
        empty = Path(held) / "empty.py"
        empty.write_text("import streamlit as st\nst.title('Nothing')\n", encoding="utf-8")
        servers = {"empty page": empty, "dashboard": PROJECT / "dashboard.py"}
        crowds = [(name, _alone(servers[name], builds, n)) for n in _SIZES for name in servers]
    failures = Counter(text for _, crowd in crowds for text in crowd.met.failures)
    said = [f"{count} × {text}" for text, count in failures.most_common()]
    return "\n".join([table(HEAD, [_row(name, crowd) for name, crowd in crowds]), *said])


def _row(name: str, crowd: Crowd) -> tuple[str, ...]:
    waits = crowd.met.waits
    cuts = quantiles(waits, n=20, method="inclusive")
    spent = crowd.seconds, 1000 * crowd.processor / len(waits), crowd.peak
    counts = str(crowd.sessions), str(len(waits))
    times = (f"{wait:.0f}" for wait in (cuts[9], cuts[18], max(waits)))
    cost = (f"{part:.0f}" for part in spent)
    return name, *counts, *times, str(len(crowd.met.failures)), *cost, f"{crowd.load:.1f}"


def _alone(script: Path, builds: Path, sessions: int) -> Crowd:
    """In a process of its own, whose only child is the server: so the peak is the server's."""
    return alone(_crowd, script, builds, sessions)


def _crowd(script: Path, builds: Path, sessions: int) -> Crowd:
    load = getloadavg()[0]  # before, for the crowd is a load itself
    with started(script, 0, *_OPTIONS, ANNUAL_REPORTS_BUILDS=str(builds)) as address:
        (server,) = psutil.Process().children()
        asyncio.run(_warm(address))
        _until_idle(server)  # over a large build it reads its pages beforehand
        before, begun = _processor(server), perf_counter()
        met = asyncio.run(walks(address, sessions))
        seconds, processor = perf_counter() - begun, _processor(server) - before
    peak = peak_megabytes(resource.RUSAGE_CHILDREN)
    return Crowd(sessions, met, seconds, processor, peak, load)


async def _warm(address: str) -> None:
    """Have the code loaded, and the answers known that the first page asks for."""
    async with visiting(address) as visitor:
        await visitor.see()


def _until_idle(server: psutil.Process) -> None:
    before = -1.0
    while (spent := _processor(server)) - before > _IDLE:
        before = spent
        time.sleep(_LOOK)


def _processor(server: psutil.Process) -> float:
    """Seconds of processor time, with that of processes the server started and saw end."""
    times = server.cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)

"""How long the server works on a page's rerun in a city of 1,000 agencies and 7 years, by part.

The city is the demonstration city copied as for the checks, published as a build of its own; every
page is run by Streamlit's own runner, first with nothing cached, then once more with all answers
known; by the clock, and in processor time by part. Beside it in the same run: an empty page.
"""

import os
import time
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import streamlit as st
from streamlit.testing.v1 import AppTest

from annual_reports.app_pages.router import PAGES
from annual_reports.pipeline import PROJECT
from annual_reports.ui.data import kept_answer, kept_chart
from annual_reports.warehouse import open_warehouse
from tests.benchmark.clockwork import PARTS, Clockwork, clocks
from tests.benchmark.measure import alone, peak_megabytes, table

HEAD: Final = (
    "page", "new ms", "cpu ms", *PARTS, "one region ms", "cached ms", "cpu ms", "× floor",
    "cached × floor", "sent kB",
)  # fmt: skip
_CHANGES: Final[tuple[dict[str, str], ...]] = ({}, {"from": "2020"}, {"basis": "members"})
_NUMBER: Final = "disclosure_rate@2024"
_PAUSE: Final = 1.5  # seconds: who writes a statement of their own takes longer
VIEWS: Final = (
    *((page, {}) for page in PAGES),
    ("agencies", {"metric": "new_requests"}),
    ("compare", {"view": "radar"}),
    ("evidence", {"number": _NUMBER}),
    *(("definitions", {"dictionary": part}) for part in ("rules", "agencies", "cells", "dataset")),
)
_GOAL: Final = 300
_TIMES: Final = 3
_DEAREST: Final = 8


class Rerun(NamedTuple):
    """One run of a page: milliseconds by the clock and by part, and what went to the browser."""

    clock: float
    spent: Counter[str]
    asked: Counter[str]
    sent: int

    @property
    def processor(self) -> float:
        """All of the processor time of the server, of all its threads."""
        return sum(self.spent.values())


class Page(NamedTuple):
    """The runs of a page: every answer to be asked for, of all or one region, and all known."""

    name: str
    new: list[Rerun]
    region: Rerun
    cached: list[Rerun]


def report(folder: Path) -> str:
    """Every page over the build in ``folder``, in a process of its own."""
    return alone(_report, folder)


def _report(folder: Path) -> str:
    os.environ["ANNUAL_REPORTS_BUILDS"] = str(folder)
    os.environ["ANNUAL_REPORTS_OPEN_FROM"] = str(10**9)  # or the server would read beside
    os.chdir(PROJECT)  # where Streamlit finds its settings
    region = _largest_region(folder)
    clock = clocks()
    empty = _empty(clock)
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=600).run()
    pages = [_page(app, clock, page, choices, region) for page, choices in VIEWS]
    rows = [_row(page, empty) for page in pages]
    return "\n".join([table(HEAD, rows), f"empty page: {empty:.1f} ms", *_summary(pages, empty)])


def _largest_region(folder: Path) -> str:
    """The region with the most reports of its own; raises where pages would only say an error."""
    with open_warehouse(folder).connection as con:
        regions = (
            con.table("counted_reports").filter("is_demo").aggregate("region_path, count(*) AS n")
        )
        ((region, _),) = regions.order("n DESC, region_path").limit(1).fetchall()
    return str(region)


def _empty(clock: Clockwork) -> float:
    app = AppTest.from_string("import streamlit as st\nst.title('Nothing')", default_timeout=60)
    return median(_rerun(app, clock).clock for _ in range(3 * _TIMES))


def _page(app: AppTest, clock: Clockwork, page: str, choices: dict[str, str], region: str) -> Page:
    """Every change once to warm what is not of data, such as code, then counted."""
    app.switch_page(f"annual_reports/app_pages/{page}.py")
    choose(app, choices)
    _rerun(app, clock)
    new, cached = [], []
    for change in _CHANGES:
        new.append(_asked_anew(app, clock, page, {**choices, **change}))
        cached.append(_rerun(app, clock))
    narrowed = _asked_anew(app, clock, page, {**choices, "region": region})
    return Page(" ".join([page, *choices.values()]), new, narrowed, cached)


def _asked_anew(app: AppTest, clock: Clockwork, page: str, choices: dict[str, str]) -> Rerun:
    choose(app, choices)
    for kept in (st.cache_data, kept_answer, kept_chart):
        kept.clear()
    if page == "sql":
        time.sleep(_PAUSE)
    return _rerun(app, clock)


def choose(app: AppTest, choices: dict[str, str]) -> None:
    """Have the address say this at the next run, and nothing that was chosen before.

    An address without any choice would keep what the session has, such as the last page's region.
    """
    app.query_params.clear()
    app.query_params.update({"data": "demo", **choices})


def _rerun(app: AppTest, clock: Clockwork) -> Rerun:
    app.run()
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return Rerun(clock.clock, clock.spent, clock.asked, clock.sent)


def _row(page: Page, empty: float) -> tuple[str, ...]:
    parts = (f"{median(run.spent[part] for run in page.new):.0f}" for part in PARTS)
    times = *_middle(page.new), *parts, f"{page.region.clock:.0f}", *_middle(page.cached)
    over = (f"{median(_over(run, empty) for run in runs):.1f}" for runs in (page.new, page.cached))
    sent = f"{median(run.sent for run in page.new) / 1000:.0f}"
    return page.name, *times, *over, sent


def _middle(runs: list[Rerun]) -> tuple[str, str]:
    """By the clock, and the processor time."""
    clock, processor = zip(*((run.clock, run.processor) for run in runs), strict=True)
    return f"{median(clock):.0f}", f"{median(processor):.0f}"


def _over(run: Rerun, empty: float) -> float:
    """How many times the floor: an empty page, and the figures of this one made into text."""
    return run.clock / (empty + run.spent["json"])


def _summary(pages: list[Page], empty: float) -> list[str]:
    slow = [page.name for page in pages if max(run.clock for run in page.new) > _GOAL]
    far = [page.name for page in pages if median(_over(r, empty) for r in page.new) > _TIMES]
    asked: Counter[str] = Counter()
    for page in pages:
        for query_id, spent in page.new[0].asked.items():
            asked[query_id] = max(asked[query_id], round(spent))
    dear = ", ".join(f"{query_id} {spent}" for query_id, spent in asked.most_common(_DEAREST))
    return [
        f"pages with a run above {_GOAL} ms: {', '.join(slow) or 'none'}",
        f"pages above {_TIMES} times the floor: {', '.join(far) or 'none'}",
        f"dearest questions, ms: {dear}",
        f"peak memory: {peak_megabytes():.0f} MB",
    ]

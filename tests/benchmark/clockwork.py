"""Where the time of a page's rerun goes: clocks put around the product, from outside.

Each part counts its own time, without what other parts spend inside it. Processor time, so that
other work on the machine is not counted. SQL is what the page's own thread spends on nothing else
and what all other threads spend: the database's, and those that put questions ahead.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from threading import get_ident
from time import perf_counter, process_time, thread_time
from typing import Any, Final

import plotly.io
import plotly.tools
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import ScriptRunner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import app_test

from annual_reports import charts
from annual_reports.app_pages import router
from annual_reports.ui import data
from annual_reports.warehouse import Warehouse

PARTS: Final = ("sql", "python", "figure", "json", "streamlit")
_SERIALISERS: Final = (
    (plotly.io, "to_json"),
    (plotly.tools, "return_figure_from_figure_or_data"),
)


class Clockwork:
    """Milliseconds by part, and bytes for the browser, of the run that was last."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()  # milliseconds by question, by the clock
        self.sent = 0
        self.clock = 0.0  # milliseconds by the clock
        self._open: list[str] = []
        self._since = 0.0
        self._thread = 0

    @contextmanager
    def run(self) -> Iterator[None]:
        """One run of a script; what is no other part's is Streamlit's."""
        self.spent, self.asked, self.sent = Counter(), Counter(), 0
        begun, elsewhere = perf_counter(), process_time() - thread_time()
        self._open, self._thread, self._since = ["streamlit"], get_ident(), thread_time()
        yield
        self._turn()
        self._open = []
        self.clock = 1000 * (perf_counter() - begun)
        self.spent["sql"] += 1000 * (process_time() - thread_time() - elsewhere)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time of this part, where a run goes on in this thread."""
        if not self._open or get_ident() != self._thread:
            yield
            return
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def _turn(self) -> None:
        now = thread_time()
        self.spent[self._open[-1]] += 1000 * (now - self._since)
        self._since = now

    def around(self, holder: Any, name: str, part: str) -> None:
        """Have every call of that function counted."""
        work = getattr(holder, name)

        @wraps(work)
        def counted(*args: Any, **kwargs: Any) -> Any:
            with self.part(part):
                return work(*args, **kwargs)

        if hasattr(work, "clear"):
            counted.clear = work.clear  # type: ignore[attr-defined]  # a cache can still be emptied
        setattr(holder, name, counted)


def clocks() -> Clockwork:
    """Clocks around questions, charts, their text for the browser and Streamlit's elements."""
    found = Clockwork()
    for name in charts.__all__:
        if callable(getattr(charts, name)) and name.islower():
            found.around(charts, name, "figure")
    for holder, name in _SERIALISERS:
        found.around(holder, name, "json")
    _around_elements(found)
    _around_questions(found)
    _around_runs(found)
    return found


def _around_elements(found: Clockwork) -> None:
    for name, value in list(vars(st).items()):
        if isinstance(getattr(value, "__self__", None), DeltaGenerator):
            found.around(st, name, "streamlit")
    for name in (name for name in dir(DeltaGenerator) if name[0] != "_"):
        if callable(getattr(DeltaGenerator, name)):
            found.around(DeltaGenerator, name, "streamlit")


def _around_questions(found: Clockwork) -> None:
    found.around(router, "run", "python")
    found.around(data, "kept_answer", "streamlit")  # the cache; a question inside it is SQL
    ask = Warehouse.ask

    def asked(held: Warehouse, query_id: str, /, *args: Any, **params: Any) -> Any:
        with found.part("sql"):
            before = perf_counter()
            answer = ask(held, query_id, *args, **params)
            found.asked[query_id] += 1000 * (perf_counter() - before)
            return answer

    Warehouse.ask = asked  # type: ignore[method-assign]


def _around_runs(found: Clockwork) -> None:
    """Whole runs, with the messages made into bytes as a server does; scripts compiled once."""
    compiled = ScriptCache()
    app_test.ScriptCache = lambda: compiled  # type: ignore[misc, assignment]
    run = ScriptRunner._run_script

    def timed(runner: Any, *args: Any) -> None:
        with found.run():
            run(runner, *args)
            found.sent = sum(len(message.SerializeToString()) for message in runner.forward_msgs())

    ScriptRunner._run_script = timed  # type: ignore[method-assign]

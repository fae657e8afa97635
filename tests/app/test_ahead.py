"""What is asked ahead is what the page asks anyway, and nothing of it is needed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from annual_reports.pipeline import BuildResult
from annual_reports.ui import ahead as ahead_module
from annual_reports.ui import filters
from annual_reports.ui.ahead import ahead
from annual_reports.ui.data import kept_answer
from tests.app.conftest import Asked
from tests.app.test_pages import run_page, words

AHEAD = (
    "overview", "volume", "applications", "disputes", "movement", "agencies", "agency", "quality",
    "timeliness",
)  # fmt: skip
pytestmark = pytest.mark.usefixtures("_clean_caches", "shut")


@pytest.mark.parametrize("page", AHEAD)
@pytest.mark.parametrize("data", ["demo", "real"])
def test_nothing_is_asked_ahead_that_the_page_does_not_ask(
    monkeypatch: pytest.MonkeyPatch,
    shipped: tuple[Path, BuildResult],
    asked: Asked,
    page: str,
    data: str,
) -> None:
    put: list[Callable[[], Any]] = []
    for module in (ahead_module, filters):
        monkeypatch.setattr(module, "ahead", lambda *questions: put.extend(questions))
    app = run_page(monkeypatch, shipped[0], "overview", data=data)
    if page != "overview":
        for noted in (put, asked, kept_answer):
            noted.clear()
        app.switch_page(f"annual_reports/app_pages/{page}.py").run()
    of_page = set(asked)
    asked.clear()
    kept_answer.clear()
    for question in put:
        question()
    assert asked
    assert set(asked) <= of_page


@pytest.mark.parametrize("page", AHEAD)
def test_a_page_asks_nothing_twice_and_says_the_same_without_help(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult], asked: Asked, page: str
) -> None:
    helped = words(run_page(monkeypatch, shipped[0], page, data="demo"))
    assert len(asked) == len(set(asked))
    kept_answer.clear()
    monkeypatch.setattr(ahead_module, "_FREE", _Taken())
    assert words(run_page(monkeypatch, shipped[0], page, data="demo")) == helped


class _Taken:
    """As if other readers had every thread."""

    def acquire(self, *, blocking: bool) -> bool:
        assert not blocking
        return False


@pytest.fixture
def done() -> Iterator[Event]:
    event = Event()
    yield event
    assert event.wait(10)


def test_what_fails_ahead_disturbs_nobody_and_leaves_room_for_the_next(done: Event) -> None:
    for _ in range(3 * ahead_module._AT_ONCE):
        over = Event()
        ahead(over.set, lambda: 1 / 0)
        over.wait(0.1)
    while not done.wait(0.05):
        ahead(done.set)

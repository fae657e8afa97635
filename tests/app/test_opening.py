"""The server reads the pages of a large build itself: a reader who opens one asks nothing anew."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from streamlit.runtime import Runtime
from streamlit.runtime.caching.storage.dummy_cache_storage import MemoryCacheStorageManager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from annual_reports.app_pages.router import ADDRESSES, PAGES
from annual_reports.pipeline import PROJECT, BuildResult
from annual_reports.ui import opening
from tests.app.access import signed_in, with_people
from tests.app.conftest import Asked
from tests.app.test_pages import run_page, words
from tests.browser.serving import served
from tests.visitor import visiting

Shipped = tuple[Path, BuildResult]
_SCRIPT = PROJECT / "dashboard.py"
_OPENED = [page for page in PAGES if page != "importing"]
pytestmark = pytest.mark.usefixtures("_clean_caches", "shut")


@pytest.fixture
def _server() -> Iterator[None]:
    """What of a running server a script needs that has no browser; AppTest puts in the same."""
    server = MagicMock(cache_storage_manager=MemoryCacheStorageManager())
    server.media_file_mgr = MediaFileManager(MemoryMediaFileStorage("/media"))
    before = Runtime._instance
    Runtime._instance = server
    yield
    Runtime._instance = before


@pytest.mark.usefixtures("_server")
def test_what_was_read_beforehand_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, asked: Asked
) -> None:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(shipped[0]))
    opening._read_all(_SCRIPT, [ADDRESSES.get(page, page) for page in _OPENED])
    assert len({query_id for query_id, _ in asked}) > 50
    asked.clear()
    app = AppTest.from_file(str(_SCRIPT), default_timeout=60).run()
    for page in _OPENED:
        app.switch_page(f"annual_reports/app_pages/{page}.py").run()
        assert not app.exception
    assert not asked


@pytest.mark.usefixtures("_server")
def test_the_server_reads_also_where_readers_sign_in_and_stays_alone_in_that(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, asked: Asked, tmp_path: Path
) -> None:
    with_people(monkeypatch, tmp_path)
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(shipped[0]))
    opening._read(_SCRIPT, "volume")
    assert "table2_by_year" in {query_id for query_id, _ in asked}
    signed_in(monkeypatch, "")
    app = AppTest.from_file(str(_SCRIPT), default_timeout=60).run()
    assert "登录" in words(app)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize(
    ("least", "name", "begins"),
    [("1", "viewer", True), ("1", "county", False), ("1000000", "viewer", False)],
)
def test_only_a_large_build_is_read_and_only_for_who_sees_all(
    monkeypatch: pytest.MonkeyPatch,
    shipped: Shipped,
    tmp_path: Path,
    least: str,
    name: str,
    begins: bool,
) -> None:
    begun: list[tuple[Any, ...]] = []
    monkeypatch.setattr(opening, "_begun", lambda *given: begun.append(given))
    monkeypatch.setenv("ANNUAL_REPORTS_OPEN_FROM", least)
    with_people(monkeypatch, tmp_path)
    signed_in(monkeypatch, name)
    run_page(monkeypatch, shipped[0], "overview")
    assert bool(begun) == begins


def test_a_small_build_is_not_read(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    begun: list[tuple[Any, ...]] = []
    monkeypatch.setattr(opening, "_begun", lambda *given: begun.append(given))
    run_page(monkeypatch, shipped[0], "overview")
    assert not begun


def test_a_server_reads_once_beside_its_readers(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    monkeypatch.setenv("ANNUAL_REPORTS_OPEN_FROM", "1")
    monkeypatch.setenv("ANNUAL_REPORTS_LOG", str(log))

    async def visit(address: str) -> list[tuple[str, ...]]:
        async with visiting(address) as visitor:
            return [(await visitor.see(page)).errors for page in ("", "volume", "")]

    with served(shipped[0], 0) as address:
        assert asyncio.run(visit(address)) == [()] * 3
        end = time.monotonic() + 120
        while "opening.done" not in log.read_text() and time.monotonic() < end:
            time.sleep(0.2)
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    (done,) = [line for line in lines if line["event"] == "opening.done"]
    assert done["pages"] == len(_OPENED)
    assert not [line for line in lines if line["level"] == "ERROR"]

"""The links of the users' guide lead where it says, to pages that show something."""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from annual_reports.i18n import text
from annual_reports.pipeline import PROJECT, BuildResult
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
GUIDE = (PROJECT / "docs" / "guide.zh.md").read_text(encoding="utf-8")
LINKS = re.findall(r"`/(\w+)\?([^`]+)`", GUIDE)
EMPTY = ("empty.selection", "movement.one-year.advice", "profile.no-report")

pytestmark = pytest.mark.usefixtures("_clean_caches")


def test_there_are_ten_questions() -> None:
    assert len(LINKS) == 10


@pytest.mark.parametrize(("page", "query"), LINKS)
def test_a_link_of_the_guide_shows_what_it_names(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, page: str, query: str
) -> None:
    chosen = dict(parse_qsl(query))
    app = run_page(monkeypatch, shipped[0], page, **chosen)
    assert app.title[0].value == text(f"page.{page}", "zh")
    assert not any(text(key, "zh") in words(app) for key in EMPTY)
    kept = dict(app.query_params)
    defaults = {"data": "demo", "year": "2025", "metric": "disclosure_rate"}
    for name, value in chosen.items():
        assert value in kept.get(name, defaults.get(name, "")), name

"""Where regions are too many for a list it has the upper ones, those near the chosen and found."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from annual_reports.ui.region_offer import upper_regions
from tests.app.conftest import FEW
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
pytestmark = pytest.mark.usefixtures("_clean_caches")


def offered(app: AppTest) -> list[str]:
    return list(app.selectbox(key="widget_region").options)[1:]


def test_all_regions_are_offered_where_the_list_can_hold_them(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo")
    assert len(offered(app)) > FEW
    assert not [field for field in app.text_input if field.key == "find_region"]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("lang", LANGS)
def test_the_upper_regions_are_offered_and_a_search_finds_others(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo", lang=lang)
    shown = offered(app)
    assert 0 < len(shown) <= FEW
    assert any(option.startswith("示例省") for option in shown)
    assert {"zh": "列表中有", "en": "the list holds"}[lang] in words(app)
    hidden = "示例省/示例市"
    app.text_input(key="find_region").set_value("示例 市").run()
    assert any(hidden.replace("/", " · ") in option for option in offered(app))
    app.text_input(key="find_region").set_value("nowhere").run()
    assert offered(app) == []
    assert text("choose.no-region", lang) in words(app)


@pytest.mark.usefixtures("few")
def test_what_is_chosen_stays_with_what_lies_above_and_right_below(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo", region="示例省/示例市")
    assert app.selectbox(key="widget_region").value == "示例省/示例市"
    assert {"示例省", "示例省 · 示例市"} <= set(offered(app))
    below = [option for option in offered(app) if option.count(" · ") == 2]
    assert 0 < len(below) <= FEW
    app.text_input(key="find_region").set_value("nowhere").run()
    assert app.selectbox(key="widget_region").value == "示例省/示例市"


@pytest.mark.usefixtures("few")
def test_a_region_that_is_not_there_is_not_chosen(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo", region="示例省/别市")
    assert app.selectbox(key="widget_region").value == ""


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("regions", "upper"),
    [
        ([], 0),
        (["a", "a/b", "a/c"], 3),
        (["a", "a/b", "a/b/c", "a/c"], 4),
        (["a", "b", "c", "d", "e", "f"], 6),
        (["a", "a/b", "a/b/c", "a/b/d", "a/b/e", "a/b/f"], 2),
    ],
)
def test_as_many_levels_stand_in_the_list_as_fit(regions: list[str], upper: int) -> None:
    found = upper_regions(regions)
    assert len(found) == upper
    assert set(found) <= set(regions)

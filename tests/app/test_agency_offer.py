"""Where agencies are too many for a list a search finds them, and what is chosen stays chosen."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from annual_reports.registry import Registry
from annual_reports.ui.agency_offer import find_agencies
from annual_reports.ui.offered import offered_in
from annual_reports.warehouse import publish
from tests.app.conftest import FEW
from tests.app.test_pages import run_page, words
from tests.support import agency, facts_of

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def offered(app: AppTest) -> list[str]:
    return list(app.multiselect(key="widget_agency").options)


def test_all_agencies_are_offered_where_the_list_can_hold_them(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo")
    assert len(offered(app)) == 44
    assert not [field for field in app.text_input if field.key == "find_agency"]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("lang", LANGS)
def test_a_search_finds_whom_the_list_does_not_hold(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    name = {"zh": "自然资源", "en": "natural resources"}[lang]
    app = run_page(monkeypatch, shipped[0], "evidence", data="demo", lang=lang)
    assert len(offered(app)) == FEW
    assert text("choose.more-agencies", lang, shown=FEW, found=44) in words(app)
    app.text_input(key="find_agency").set_value(name).run()
    assert [name in label.casefold() for label in offered(app)] == [True]
    app.text_input(key="find_agency").set_value("nobody").run()
    assert offered(app) == []
    assert text("choose.no-agency", lang) in words(app)


@pytest.mark.usefixtures("few")
def test_what_is_chosen_stays_chosen_whatever_is_searched(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(
        monkeypatch, shipped[0], "evidence", data="demo", agency="demo-natural-resources"
    )
    assert app.multiselect(key="widget_agency").value == ["demo-natural-resources"]
    app.text_input(key="find_agency").set_value("nobody").run()
    assert app.multiselect(key="widget_agency").value == ["demo-natural-resources"]
    assert len(offered(app)) == 1


@pytest.mark.usefixtures("few")
def test_the_profile_and_both_sides_of_a_comparison_offer_few_too(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="demo", profile="demo-water")
    shown = app.selectbox(key="widget_profile")
    assert shown.value == "demo-water"
    assert len(shown.options) <= FEW + 1
    app = run_page(monkeypatch, shipped[0], "compare", data="demo", right="demo-water")
    assert app.selectbox(key="widget_right").value == "demo-water"
    assert len(app.selectbox(key="widget_left").options) <= FEW + 1


FOUND = {
    "公安处": "b", "甲公安": "a", "POLICE": "ab", "C": "abc", "水利": "c", "b  公安": "b",
    "公安 水利": "", "İS": "c", "(": "", " ": "abc",
}  # fmt: skip


@pytest.mark.parametrize(("said", "found"), FOUND.items())
def test_names_former_names_and_aliases_are_searched_in_any_case(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, found: str
) -> None:
    registered = (
        agency("a", name="甲市公安局", name_en="Police of A, City", aliases=("甲公安",)),
        agency("b", name="乙市公安局", name_en="Police of B, City", former_names=("乙市公安处",)),
        agency("c", name="丙市水利局", name_en="İski"),
    )
    publish(tmp_path, Registry(registered), *facts_of([]))
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(tmp_path))
    known = offered_in(is_demo=False).agencies
    assert "".join(find_agencies(known, said)) == found

"""The pages of outcomes and disputes, for one year, one agency, and where nothing can be said."""

from pathlib import Path

import pytest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def test_the_year_in_the_address_is_that_of_the_paths_and_the_reasons(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "applications", data="demo", year="2024")
    said = words(app)
    assert "**2024年受理 " in said
    assert "2024年最多的理由" in said
    assert "竖线：同类" not in said  # all agencies are chosen: nobody is left to compare with
    assert "竖线：所选" not in said
    app.selectbox(key="widget_year").set_value(2025).run()
    assert not app.exception
    assert "**2025年受理 2,400 件，办结 2,319 件" in words(app)


def test_one_agency_stands_beside_its_peers(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "demo", "agency": "demo-police"}
    assert "竖线：同类机关" in words(run_page(monkeypatch, shipped[0], "applications", **chosen))


def test_a_kind_stands_beside_the_rest(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "applications", data="demo", kind="township")
    assert "竖线：所选之外的其余机关" in words(app)


def test_what_does_not_add_up_is_named(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    chosen = {"data": "real", "agency": "pingtan", "year": "2020"}
    said = words(run_page(monkeypatch, shipped[0], "applications", **chosen))
    assert text("charts.paths.gap", "zh") in said


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_of_the_annex_has_no_paths_and_says_why(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"data": "real", "agency": "pingtan", "year": "2018", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "applications", **chosen)
    assert text("paths.none", lang, year=2018) in words(app)
    assert text("paths.trace", lang) not in words(app)


def test_disputes_step_by_step_and_on_either_side_of_the_law(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "disputes", data="demo", year="2025")
    said = words(app)
    assert "行政复议 9.3\u2009%（9/97）" in said
    assert "2019–2023年 63.7\u2009%（151/237），2024–2025年 33.3\u2009%（21/63）" in said
    app.selectbox(key="widget_year").set_value(2024).run()
    assert "**2024年审结后纠正：行政复议 8.4\u2009%（8/95）" in words(app)


def test_no_lawsuits_no_ways_to_court(monkeypatch: pytest.MonkeyPatch, single: Path) -> None:
    said = words(run_page(monkeypatch, single, "disputes"))
    assert "直接起诉占比：" not in said

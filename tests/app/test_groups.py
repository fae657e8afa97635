"""Trends by group on their pages, and years that are still coming in."""

from pathlib import Path

import pytest

from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.mark.parametrize("grouping", ["kind", "sector", "region"])
@pytest.mark.parametrize("trend", ["level", "index", "rolling"])
def test_grouping_and_view_stand_in_the_address(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, grouping: str, trend: str
) -> None:
    chosen = {"data": "demo", "grouping": grouping, "trend": trend}
    said = words(run_page(monkeypatch, shipped[0], "volume", **chosen))
    assert text(f"charts.groups.by.{grouping}", "zh") in said
    assert text(f"charts.groups.view.{trend}", "zh") in said
    assert (text("groups.index.how", "zh", base=2019) in said) == (trend == "index")


def test_the_base_year_of_an_index_is_one_since_the_last_break(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "demo", "volume": "licensing_decisions", "trend": "index", "index": "2019"}
    app = run_page(monkeypatch, shipped[0], "volume", **chosen)
    assert app.selectbox(key="widget_index").options[0] == "2021"
    assert text("groups.index.how", "zh", base=2021) in words(app)


def test_a_rate_has_no_index(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "applications", data="demo", trend="index")
    assert text("charts.groups.view.level", "zh") in words(app)
    assert text("groups.index.how", "zh", base=2019) not in words(app)


def test_a_year_still_coming_in_is_said(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    said = words(
        run_page(monkeypatch, shipped[0], "applications", data="demo", basis="members", to="2024")
    )
    assert said.count("2024年收录未齐（收录 41/42）") == 2  # the whole, and by group
    said = words(run_page(monkeypatch, shipped[0], "applications", data="demo"))
    assert "收录未齐" not in said


def test_the_law_of_2024_is_the_reason_for_no_change(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    said = words(run_page(monkeypatch, shipped[0], "disputes", data="demo", to="2024"))
    assert "2024复议前置" in said
    assert text("break.2024", "zh") in said

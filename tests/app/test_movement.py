"""The page of what moved the total, in its states."""

from pathlib import Path

import pytest

from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from annual_reports.ui.movement import comparable_years
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def test_the_newest_comparable_years_are_chosen() -> None:
    assert comparable_years([2019, 2020, 2021, 2022], (2021,)) == (2021, 2022)
    assert comparable_years([2018, 2020, 2021], (2021,)) == (2018, 2020)
    assert comparable_years([2020, 2021], (2021,)) == (2020, 2021)


def test_the_change_is_said_in_its_parts(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "movement", data="demo")
    said = words(app)
    assert "**公开率**：2024年49.3\u2009%（1,114/2,261），2025年47.4\u2009%（1,100/2,320）" in said
    assert "机关自身比率变化" in said
    assert "仅报告期有数据的 2 个机关" in said
    assert "2025年没有数值超出界限" in said


def test_years_and_measure_stand_in_the_address(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "demo", "moved": "declined_rate", "base": "2019", "year": "2021"}
    app = run_page(monkeypatch, shipped[0], "movement", **chosen)
    assert "**不予处理率**：2019年" in words(app)
    assert "“信访举报投诉类申请”贡献最大" in words(app)
    assert "**示例市市场监督管理局** 公开率：" in words(app)
    app.selectbox(key="widget_base").set_value(2020).run()
    assert not app.exception
    assert app.query_params["base"] in ("2020", ["2020"])
    assert "**不予处理率**：2020年" in words(app)


def test_a_break_between_the_years_is_the_reason_for_no_split(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "demo", "moved": "licensing_decisions", "base": "2020", "year": "2022"}
    said = words(run_page(monkeypatch, shipped[0], "movement", **chosen))
    assert "行政许可决定：2020年与2022年之间口径有变" in said
    assert text("movement.break.advice", "zh") in said


def test_one_year_has_no_change(monkeypatch: pytest.MonkeyPatch, single: Path) -> None:
    said = words(run_page(monkeypatch, single, "movement"))
    assert text("movement.one-year.advice", "zh") in said


def test_the_overview_leads_to_the_page(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="demo")
    labels = [link.proto.label for link in app.get("page_link")]
    assert text("movement.more", "zh") in labels

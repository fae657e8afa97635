"""Pages with reports of the years before 2019: alone, and beside later ones."""

from pathlib import Path

import pytest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import DATA, BuildResult, build_warehouse
from annual_reports.ui.eras import are_of_one_era
from tests.app.test_pages import PAGES, run_page, words

REPORTS = DATA / "reports"
Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def built(tmp_path_factory: pytest.TempPathFactory, *years: int) -> Path:
    to = tmp_path_factory.mktemp("years")
    files = [REPORTS / f"pingtan-{year}.html" for year in years]
    build_warehouse(files, to=to, with_demo=False)
    return to


@pytest.fixture(scope="module")
def legacy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two reports before the uniform form and nothing else."""
    return built(tmp_path_factory, 2016, 2018)


@pytest.fixture(scope="module")
def at_the_break(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2018 and 2019: the newest year is the first of the uniform form."""
    return built(tmp_path_factory, 2018, 2019)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_reports_of_those_years_alone(
    monkeypatch: pytest.MonkeyPatch, legacy: Path, page: str, lang: str
) -> None:
    app = run_page(monkeypatch, legacy, page, lang=lang)
    assert app.title[0].value == text(f"page.{page}", lang)
    assert "2016–2018" in words(app)
    assert "KeyError" not in words(app)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_both_eras(
    monkeypatch: pytest.MonkeyPatch, at_the_break: Path, page: str, lang: str
) -> None:
    app = run_page(monkeypatch, at_the_break, page, lang=lang)
    assert "2018–2019" in words(app)


def test_the_years_begin_with_the_first_held(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "applications", data="real")
    assert app.selectbox(key="widget_from").options[:2] == ["2016", "2017"]
    app = run_page(monkeypatch, shipped[0], "applications", data="real", **{"from": "2017"})
    assert "2018–2025" in words(app)


def test_the_demo_begins_as_before(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="demo")
    assert app.selectbox(key="widget_from").options[0] == "2019"


def test_the_profile_draws_the_annex_with_evidence_and_findings(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    choices = {"data": "real", "profile": "pingtan", "report": "2018"}
    app = run_page(monkeypatch, shipped[0], "agency", **choices)
    tables = "\n".join(block.proto.body for block in app.get("html"))
    assert "<caption>政府信息公开情况统计表</caption>" in tables
    assert "<th>主动公开文件数</th><th>条</th>" in tables
    assert "12,106" in tables
    assert tables.count('class="questioned"') == 2
    assert "原文：2069" in tables
    assert "位置：table 1, row 2, column 3" in tables
    assert "<th>（一）收到申请数</th><th>条</th>" in tables  # as printed, not the usual 件
    assert "历年累计填报 12,106，按以往统计表的累计加本年数至少应为 87,445" in words(app)
    assert "2019年以前的统计表" in words(app)
    assert text("status.absent", "zh") not in tables


def test_a_report_without_an_address_shows_none(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    choices = {"data": "real", "profile": "pingtan", "report": "2022"}
    said = words(run_page(monkeypatch, shipped[0], "agency", **choices))
    assert text("report.address", "zh", url="nan") not in said


def test_the_overview_says_why_there_is_no_change(
    monkeypatch: pytest.MonkeyPatch, at_the_break: Path
) -> None:
    said = words(run_page(monkeypatch, at_the_break, "overview"))
    assert "启用统一表式，与上年不可比" in said
    assert "2019条例、新表，与上年不可比" in said
    for title in ("公开率", "新收申请"):
        assert f"{title}：{text('break.2019', 'zh')}，与上年不可比，不计变化" in said


def test_years_are_alike_on_one_side_of_the_first_uniform_form() -> None:
    assert are_of_one_era(2019, 2025)
    assert are_of_one_era(2016, 2018)
    assert not are_of_one_era(2018, 2019)
    assert not are_of_one_era(2025, 2016)


@pytest.mark.parametrize(("builds", "years"), [("legacy", 2), ("at_the_break", 1)])
def test_small_lines_keep_to_the_side_of_the_break_that_their_figure_is_on(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, builds: str, years: int
) -> None:
    app = run_page(monkeypatch, request.getfixturevalue(builds), "disputes")
    figures = [len(one.proto.chart_data) for one in app.metric if one.value != "—"]
    (ranking,) = (one.value for one in app.dataframe if "series" in one.value)
    assert figures
    assert {*figures, *map(len, ranking["series"])} == {years}


def test_submissions_say_when_reports_of_those_years_were_due(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    said = words(run_page(monkeypatch, shipped[0], "timeliness", data="real"))
    assert "2018年度及以前均为次年3月31日前" in said
    chosen = {"data": "real", "from": "2019"}
    said = words(run_page(monkeypatch, shipped[0], "timeliness", **chosen))
    assert "2018年度及以前" not in said


def test_a_first_year_without_an_older_report_says_nothing_of_a_break(
    monkeypatch: pytest.MonkeyPatch, single: Path
) -> None:
    said = words(run_page(monkeypatch, single, "overview"))
    assert "与上年不可比" not in said

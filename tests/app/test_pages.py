"""Every page in every state and both languages, as Streamlit runs it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import PROJECT, BuildResult, build_warehouse

PAGES = (
    "overview",
    "volume",
    "applications",
    "disputes",
    "movement",
    "agencies",
    "agency",
    "compare",
    "quality",
    "timeliness",
    "definitions",
    "sql",
)
Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def run_page(monkeypatch: pytest.MonkeyPatch, builds: Path, page: str, **choices: str) -> AppTest:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(builds))
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=60)
    app.query_params.update(choices)
    app.run()
    if page != PAGES[0]:
        app.switch_page(f"annual_reports/app_pages/{page}.py")
        app.query_params.update(choices)
        app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.success, app.warning, app.error, app.title)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("data", ["demo", "real"])
def test_every_page_shows_shipped_data(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, page: str, lang: str, data: str
) -> None:
    builds, result = shipped
    app = run_page(monkeypatch, builds, page, lang=lang, data=data)
    assert app.title[0].value == text(f"page.{page}", lang)
    assert result.build.build_id in words(app)
    assert (text("badge.demo", lang) in words(app)) == (data == "demo")
    assert text("empty.selection", lang) not in words(app)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_a_single_report(
    monkeypatch: pytest.MonkeyPatch, single: Path, page: str, lang: str
) -> None:
    app = run_page(monkeypatch, single, page, lang=lang)
    assert app.title[0].value == text(f"page.{page}", lang)
    assert text("badge.demo", lang) not in words(app)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_to_do_without_a_warehouse(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, lang: str
) -> None:
    app = run_page(monkeypatch, tmp_path, page, lang=lang)
    assert text("error.warehouse-missing.advice", lang) in words(app)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in {"agency", "timeliness"}])
def test_an_empty_selection_is_said_and_can_be_cleared(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, page: str
) -> None:
    years = {"from": "2025", "to": "2025"}
    builds, _ = shipped
    app = run_page(monkeypatch, builds, page, data="real", agency="yandu-coop", **years)
    assert text("empty.selection", "zh") in words(app)
    clear = next(button for button in app.button if button.label == text("filter.clear", "zh"))
    clear.click().run()
    assert not app.exception
    assert text("empty.selection", "zh") not in words(app)


def test_choices_stand_in_the_address(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="real")
    app.selectbox(key="widget_region").set_value("江苏省").run()
    assert not app.exception
    assert "江苏省" in app.query_params["region"]
    assert "江苏省" in words(app)


def test_a_choice_that_does_not_exist_falls_back(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    wrong = {
        "region": "火星", "kind": "x", "agency": "nobody", "from": "1800",
        "to": "x", "basis": "?", "lang": "fr",
    }  # fmt: skip
    app = run_page(monkeypatch, shipped[0], "overview", data="real", **wrong)
    assert "2016–2025" in words(app)


def test_the_profile_shows_the_report_asked_for_with_its_findings(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="real", profile="pingtan", report="2020")
    said = words(app)
    assert "办理结果总计填报 20，各项结果相加为 26" in said
    tables = "\n".join(block.proto.body for block in app.get("html"))
    assert "73,802,895.9" in tables
    assert tables.count('class="objected"') == 2
    assert "上年 23" in tables


def test_a_blank_cell_is_called_blank_and_an_absent_one_not_reported(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="real", profile="shanghai-office")
    tables = "\n".join(block.proto.body for block in app.get("html"))
    assert tables.count(f">{text('status.blank', 'zh')}</span>") == 135


def test_the_quality_page_can_be_narrowed_to_one_rule(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "quality", data="real", rule="t4-total")
    frames = [frame.value for frame in app.dataframe if "message" in frame.value.columns]
    assert [len(frame) for frame in frames] == [2]


@pytest.mark.parametrize("page", PAGES)
def test_a_report_of_nobody_is_named_on_the_quality_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str
) -> None:
    source = (PROJECT / "data" / "reports" / "yandu-coop-2019.html").read_text(encoding="utf-8")
    nameless = tmp_path / "nameless.html"
    nameless.write_text(source.replace("盐城市盐都区供销合作社", ""), encoding="utf-8")
    build_warehouse([nameless], to=tmp_path / "build", with_demo=False)
    app = run_page(monkeypatch, tmp_path / "build", page)
    assert text("empty.selection", "zh") in words(app)
    files = [frame.value for frame in app.dataframe if "path" in frame.value.columns]
    assert [len(frame) for frame in files] == ([1] if page == "quality" else [])


def with_prose(tmp_path: Path, *sentences: str) -> Path:
    """A build of one real report to which made sentences are added."""
    source = (PROJECT / "data" / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    heading = "<h2>一、总体情况</h2>"
    assert heading in source
    prose = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    told = tmp_path / "told.html"
    told.write_text(source.replace(heading, heading + prose), encoding="utf-8")
    build_warehouse([told], to=tmp_path / "build", with_demo=False)
    return tmp_path / "build"


@pytest.mark.parametrize("lang", LANGS)
def test_stated_figures_stand_beside_the_tables_with_their_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    prose = ("全年收到政府信息公开申请70件，办结<b>70</b>件。", "本年度公开政府信息1200余条。")
    app = run_page(monkeypatch, with_prose(tmp_path, *prose), "agency", lang=lang)
    app.session_state["fold_stated.data_pingtan-2021"] = True  # opened
    app.run()
    shown = "\n".join(block.proto.body for block in app.get("html"))
    assert shown.count("<mark>") == 3
    assert "办结<mark>70件</mark>。" in shown
    assert "<mark>1200余条</mark>" in shown
    assert shown.count(f">{text('agreement.same', lang)}<") == 1
    assert shown.count(f'different">{text("agreement.different", lang)}<') == 1
    assert text("exactness.approximate", lang) in shown
    (frame,) = [item.value for item in app.dataframe if "stated" in item.value.columns]
    assert frame["stated"].tolist() == [70, 70, 1200]
    assert text("report.stated.legend", lang) in words(app)


def test_a_narrative_without_figures_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = run_page(monkeypatch, with_prose(tmp_path, "工作稳步推进。"), "agency")
    assert text("report.stated.none", "zh") in words(app)


@pytest.mark.parametrize("lang", LANGS)
def test_items_published_are_offered_and_say_what_they_rest_on(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "volume", lang=lang, basis="members")
    assert app.selectbox(key="widget_volume").value == "items_published"
    nothing = dict.fromkeys(("approximate", "in_annex", "contradictory", "unstated"), 0)
    facts = {"reports": 291, "stated": 291, **nothing}
    assert text("volume.basis", lang, **facts) in words(app)


def test_items_published_come_from_the_annex_where_no_prose_is_held(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "real", "volume": "items_published"}
    app = run_page(monkeypatch, shipped[0], "volume", **chosen)
    known = {"reports": 15, "stated": 2, "approximate": 0, "in_annex": 2}
    facts = {**known, "contradictory": 0, "unstated": 13}
    assert text("volume.basis", "zh", **facts) in words(app)
    app = run_page(monkeypatch, shipped[0], "volume", **chosen, **{"from": "2019"})
    facts = {"reports": 13, "contradictory": 0, "unstated": 13}
    assert text("volume.basis.none", "zh", **facts) in words(app)


def test_the_measure_offered_first_has_values_in_the_newest_year(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "volume", data="real")
    assert app.selectbox(key="widget_volume").value == "normative_issued"

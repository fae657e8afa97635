"""Two reports beside each other and texts in common, as Streamlit runs the page."""

from pathlib import Path
from time import perf_counter

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import PROJECT, BuildResult, build_warehouse
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
pytestmark = pytest.mark.usefixtures("_clean_caches")
COPIED = {
    "left": "demo-statistics", "left_year": "2023",
    "right": "demo-statistics", "right_year": "2024",
}  # fmt: skip


def html(app: AppTest) -> str:
    return "\n".join(block.proto.body for block in app.get("html"))


def chosen(app: AppTest) -> list[str]:
    names = ("left", "left_year", "right", "right_year")
    return [str(app.selectbox(key=f"widget_{name}").value) for name in names]


@pytest.mark.parametrize("lang", LANGS)
def test_a_copied_text_is_told_with_its_rate_and_its_clauses(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    asked = {**COPIED, "lang": lang, "data": "demo"}
    app = run_page(monkeypatch, shipped[0], "compare", **asked, marks="shared")
    assert "（205/225）" in words(app) or "(205/225)" in words(app)
    assert html(app).count("<mark>") == 2 * 15 + 1  # and the legend
    app = run_page(monkeypatch, shipped[0], "compare", **asked)
    assert "<del>" in html(app)
    assert "<ins>" in html(app)
    assert text("compare.texts.diff.legend", lang) in html(app)


def test_without_a_choice_the_two_newest_years_of_the_agency_filtered(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "compare", data="demo", agency="demo-police")
    assert chosen(app) == ["demo-police", "2024", "demo-police", "2025"]
    swap = next(one for one in app.button if one.label == text("compare.swap", "zh"))
    swap.click().run()
    assert not app.exception
    assert chosen(app) == ["demo-police", "2025", "demo-police", "2024"]
    assert app.query_params["left_year"] == "2025"


def test_another_agency_of_the_same_year_across_forms(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(
        monkeypatch, shipped[0], "compare", data="demo",
        left="demo-tax", left_year="2019", right="demo-police", right_year="2023",
    )  # fmt: skip
    assert text("status.none", "zh") in html(app)
    assert 'class="changed"' in html(app)
    frame = next(one.value for one in app.dataframe if "left_printed" in one.value.columns)
    assert text("status.none", "zh") in set(frame["left_printed"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_beside_itself_says_so(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    same = {**COPIED, "left_year": "2024"}
    app = run_page(monkeypatch, shipped[0], "compare", lang=lang, data="demo", **same)
    assert text("compare.same", lang) in words(app)
    assert text("compare.tables.same", lang) in words(app)
    assert "（225/225）" in words(app) or "(225/225)" in words(app)


@pytest.mark.parametrize("lang", LANGS)
def test_reports_without_text_have_no_rate(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "compare", lang=lang, data="real", right="pingtan")
    assert text("compare.texts.none", lang) in words(app)
    app = run_page(
        monkeypatch, shipped[0], "compare", lang=lang, data="real", view="radar", radar="2024"
    )
    assert text("radar.too-little", lang, year=2024) in words(app)


@pytest.mark.parametrize("lang", LANGS)
def test_the_radar_lists_the_pairs_of_a_year_and_what_did_not_count(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    asked = {"lang": lang, "data": "demo", "view": "radar"}
    app = run_page(monkeypatch, shipped[0], "compare", **asked, radar="2024")
    assert text("radar.found", lang, year=2024, pairs=2, near=2) in words(app)
    frame = next(one.value for one in app.dataframe if "other_share" in one.value.columns)
    assert frame["shared_clauses"].tolist() == [17, 15]
    app = run_page(monkeypatch, shipped[0], "compare", **asked, radar="2022")
    assert text("radar.none", lang, year=2022) in words(app)


def test_the_profile_leads_to_last_years_report(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    asked = {"data": "demo", "profile": "demo-police", "report": "2023"}
    app = run_page(monkeypatch, shipped[0], "agency", **asked)
    link = next(one for one in app.button if one.label == text("compare.with-last", "zh"))
    link.click().run()
    assert not app.exception
    assert app.title[0].value == text("page.compare", "zh")
    assert chosen(app) == ["demo-police", "2022", "demo-police", "2023"]
    first = run_page(monkeypatch, shipped[0], "agency", **{**asked, "report": "2019"})
    assert all(one.label != text("compare.with-last", "zh") for one in first.button)


def test_words_of_a_report_are_never_markup(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = (PROJECT / "data" / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    heading = "<h2>一、总体情况</h2>"
    for year, words_of in ((2021, "甲"), (2022, "乙")):
        prose = f"<p>公开&lt;script&gt;alert({words_of})&lt;/script&gt;工作有序推进。</p>"
        page = source.replace(heading, heading + prose).replace("2021", str(year))
        (tmp_path / f"{year}.html").write_text(page, encoding="utf-8")
    build_warehouse([tmp_path], to=tmp_path / "build", with_demo=False)
    for marks in ("diff", "shared"):
        app = run_page(monkeypatch, tmp_path / "build", "compare", marks=marks)
        assert "<script" not in html(app)
        assert "&lt;" in html(app)


def test_a_comparison_takes_less_than_a_second(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "compare", data="demo", **COPIED)
    took = []
    for year in (2022, 2021, 2020):
        begun = perf_counter()
        app.selectbox(key="widget_left_year").set_value(year).run()
        took.append(perf_counter() - begun)
        assert not app.exception
    assert min(took) < 1, took  # the machine may be busy with something else

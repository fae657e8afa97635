"""The page that follows a number to its source, as Streamlit runs it."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import PROJECT, BuildResult, build_warehouse
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
SHARED = PROJECT.parent / "shared" / "reports"

pytestmark = pytest.mark.usefixtures("_clean_caches")


def drawn(app: AppTest) -> str:
    return "\n".join(block.proto.body for block in app.get("html"))


def frame_with(app: AppTest, column: str) -> list[list[object]]:
    (found,) = [item.value for item in app.dataframe if column in item.value.columns]
    rows: list[list[object]] = found.values.tolist()
    return rows


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_number_the_page_says_where_to_find_one(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "evidence", lang=lang)
    assert text("evidence.none.advice", lang) in words(app)


def test_a_rate_shows_its_fraction_its_cells_and_the_first_of_them_framed(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    number = "disclosure_rate@2024@suqian"
    app = run_page(monkeypatch, shipped[0], "evidence", data="real", number=number)
    said = words(app)
    assert "公开率 · 2024年：54.0\u2009%（1,902/3,521）" in said
    assert "suqian-2024.html" in said
    assert [row[4] for row in frame_with(app, "counted")] == ["1431", "471", "3521"]
    assert drawn(app).count('class="chosen"') == 1
    assert 'class="chosen" title="table 2, row 6' in drawn(app)
    shown = "\n".join(block.value for block in app.code)
    assert "FROM report_metrics" in shown
    assert "WHERE reports.is_current" in shown


def test_a_cell_named_in_the_address_is_the_one_framed(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"number": "disclosure_rate@2024@suqian", "cell": "3/closed_total/total"}
    app = run_page(monkeypatch, shipped[0], "evidence", data="real", **chosen)
    assert ">3521</td>" in drawn(app).split('class="chosen"')[1][:120]


@pytest.mark.parametrize("lang", LANGS)
def test_a_sum_lists_its_reports_and_opens_the_one_asked_for(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"data": "demo", "basis": "members", "number": "new_requests@2024", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "evidence", **chosen)
    parts = frame_with(app, "share")
    values = [row[2] for row in parts]
    assert len(parts) > 30
    assert values == sorted(values, reverse=True)
    assert text("evidence.choose", lang) in words(app)
    app = run_page(
        monkeypatch, shipped[0], "evidence", **chosen, part="demo-natural-resources-2024"
    )
    assert text("evidence.choose", lang) not in words(app)
    assert drawn(app).count('class="chosen"') == 1


def test_a_figure_of_the_text_shows_its_sentence(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    number = "items_published@2024@demo-police"
    app = run_page(monkeypatch, shipped[0], "evidence", number=number)
    assert "<mark>" in drawn(app)
    assert text("evidence.stated", "zh") in words(app)


def test_a_figure_of_an_old_annex_shows_its_row(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "real", "number": "disclosure_rate@2018@pingtan"}
    app = run_page(monkeypatch, shipped[0], "evidence", **chosen)
    assert drawn(app).count('class="chosen"') == 1
    assert "历年" not in str(frame_with(app, "counted"))


def test_a_report_nobody_has_and_a_year_without_reports_are_said(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    number = "3/closed_total/total@2020@report:nobody-2020"
    app = run_page(monkeypatch, shipped[0], "evidence", data="real", number=number)
    assert text("evidence.no-report", "zh") in words(app)
    app = run_page(monkeypatch, shipped[0], "evidence", data="real", number="closed@1999")
    assert text("evidence.nothing", "zh") in words(app)


@pytest.mark.parametrize(("change", "code"), [("gone", "file-gone"), ("more", "file-changed")])
def test_a_source_that_is_gone_or_changed_is_said_and_the_printed_text_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str, code: str
) -> None:
    source = tmp_path / "reports" / "yandu-coop-2019.html"
    source.parent.mkdir()
    shutil.copy(PROJECT / "data" / "reports" / source.name, source)
    build_warehouse([source.parent], to=tmp_path / "build", with_demo=False)
    if change == "gone":
        source.unlink()
    else:
        source.write_text(source.read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    number = "3/closed_total/total@2019@yandu-coop"
    app = run_page(monkeypatch, tmp_path / "build", "evidence", number=number)
    assert text(f"error.{code}.title", "zh") in words(app)
    assert "原文“0”" in words(app)
    assert 'class="chosen"' not in drawn(app)


@pytest.mark.skipif(not SHARED.exists(), reason="the real files are not here")
@pytest.mark.parametrize(
    ("file", "mark"),
    [
        ("pingtan-2021.docx", '<td class="chosen"'),
        ("pingtan-2025.pdf", '<i class="chosen"'),
        ("yandu-coop-2019.txt", '<td class="chosen"'),
    ],
)
def test_every_format_shows_the_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, mark: str
) -> None:
    build_warehouse([SHARED / file], to=tmp_path / "build", with_demo=False)
    year = int(file.rsplit("-", maxsplit=1)[-1][:4])
    number = f"closed@{year}"
    app = run_page(monkeypatch, tmp_path / "build", "evidence", number=number)
    assert drawn(app).count(mark) == 1


def test_the_cells_of_a_report_lead_to_their_source(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="real", profile="pingtan", report="2020")
    link = "evidence?number=3%2Fclosed_total%2Ftotal%402020%40report%3A"
    assert link in drawn(app)


def test_every_key_figure_can_be_traced(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="real", region="江苏省")
    app.button(key="trace_disclosure_rate").click().run()
    assert not app.exception
    assert app.title[0].value == text("page.evidence", "zh")
    assert "江苏省" in words(app)

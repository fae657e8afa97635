"""The briefs of agency and region: the numbers of the pages, two pages, fiction marked."""

from pathlib import Path

import pypdfium2
import pytest

from annual_reports.export.brief import Bar, Brief, Cell, Grid, Points
from annual_reports.export.brief_docx import brief_docx
from annual_reports.extract.readers.office import is_installed, to_pdf
from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from annual_reports.ui import brief_view
from tests.app.briefs import brief_of
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
PINGTAN = {"data": "real", "profile": "pingtan", "report": "2020"}
CASES = {
    "agency": ("agency", PINGTAN),
    "agency in English": ("agency", {**PINGTAN, "lang": "en"}),
    "agency with an annex": ("agency", {**PINGTAN, "report": "2018"}),
    "demo agency": ("agency", {"data": "demo", "lang": "en"}),
    "region": ("overview", {"data": "real", "lang": "en"}),
    "demo region": ("overview", {"data": "demo"}),
    "members": ("overview", {"data": "demo", "basis": "members", "lang": "en"}),
}

pytestmark = pytest.mark.usefixtures("_clean_caches")


def table(brief: Brief, title: str) -> dict[Cell, list[Cell]]:
    """The rows of the table under that heading by their first cell."""
    for block in (*brief.first, *brief.second):
        if isinstance(block, Grid) and block.title == title:
            return {row[0]: list(row[1:]) for row in block.rows}
    pytest.fail(f"no table {title}")


def test_an_agencys_brief_says_what_its_report_says(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    brief = brief_of(monkeypatch, shipped[0], "agency", **PINGTAN)
    assert "平潭综合实验区 2020" in brief.title
    assert shipped[1].build.build_id in brief.foot
    assert brief.warning == ""
    key = table(brief, "主要指标")
    # 7 disclosed and 6 in part of a printed total of 21; 8 of 23 the year before.
    assert key["公开率"][:4] == [
        "61.9\u2009%（13/21）", "40.9\u2009%–79.2\u2009%", "34.8\u2009%（8/23）", "+27.1 个百分点",
    ]  # fmt: skip
    assert key["新收申请"][0] == "21 件"
    outcomes = table(brief, "申请办理结果")
    assert outcomes["予以公开"][:2] == ["7", "33.3\u2009%"]
    shown = {name: row[2].share for name, row in outcomes.items() if isinstance(row[2], Bar)}
    assert (shown["予以公开"], shown["不予公开"]) == (1.0, 0.0)
    (asked,) = [block for block in brief.second if isinstance(block, Points)]
    assert len(asked.points) == 2
    assert "填报 20，各项结果相加为 26" in asked.points[0]


def test_a_regions_brief_says_that_the_years_are_of_different_agencies(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    brief = brief_of(monkeypatch, shipped[0], "overview", data="real")
    # of 2025 only the report of pingtan is held; of 2024 those of pingtan, suqian and hongze
    said = text("brief.base", "zh", this=1, last=3)
    notes = [block.note for block in (*brief.first, *brief.second) if isinstance(block, Grid)]
    assert sum(said in note for note in notes) == 3
    assert table(brief, "主要指标")["办结"][-1] == "1"


@pytest.mark.skipif(not is_installed(), reason="no LibreOffice on this machine")
@pytest.mark.parametrize("name", CASES)
def test_every_brief_has_two_pages_and_says_what_is_fiction(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, name: str
) -> None:
    page, choices = CASES[name]
    brief = brief_of(monkeypatch, shipped[0], page, **choices)
    pdf = pypdfium2.PdfDocument(to_pdf(brief_docx(brief)))
    assert len(pdf) == 2
    warning = text("origin.demo", choices.get("lang", "zh"))
    for sheet in pdf:
        said = sheet.get_textpage().get_text_range()
        assert (warning in said) == (choices["data"] == "demo")


def test_where_no_converter_is_installed_the_dialog_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    monkeypatch.setattr(brief_view, "is_installed", lambda: False)
    app = run_page(monkeypatch, shipped[0], "agency", **PINGTAN)
    app.button(key="brief").click().run()
    assert not app.exception
    assert text("brief.pdf.missing", "zh") in words(app)
    assert text("brief.docx", "zh") in [button.label for button in app.get("download_button")]

"""A brief as a Word file: its words, its bars to scale, and two pages whatever it holds."""

from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.shared import Cm

from annual_reports.export.brief import Bar, Brief, Charts, Column, Grid, Points, Years
from annual_reports.export.brief_docx import brief_docx
from annual_reports.extract.readers.office import is_installed, to_pdf

WARNING = "演示数据，纯属虚构"
needs_soffice = pytest.mark.skipif(not is_installed(), reason="no LibreOffice on this machine")


def grid(rows: int) -> Grid:
    """Six columns of which the fourth is a bar."""
    row = [
        "没有现成信息需要另行制作",
        "443",
        "19.1 %（443/2,319）",
        Bar(0.5, "#0969A6"),
        "424",
        "1",
    ]
    return Grid("表", ["项"] * 6, [row] * rows, (5, 2, 4, 3, 2, 1.4), note="注" * 90)


def charts() -> Charts:
    columns = [
        Column(f"{year}\n2,319", "47.4 %", (year - 2018) / 7, "#0969A6", year == 2021)
        for year in range(2019, 2026)
    ]
    gap = Column("2018", "—", None, "#0969A6")
    return Charts([Years("甲", columns), Years("乙", [gap, *columns[1:]])], "注")


def brief(rows: int, points: int, length: int) -> Brief:
    return Brief(
        title="某市公安局 2024 年度政府信息公开简报",
        facts="某省 · 某市",
        first=[grid(rows), grid(6), charts(), charts()],
        second=[grid(8), grid(3), Points("说明", ["问" * length] * points, "尾")],
        foot="来源：看板，数据版本 7",
        warning=WARNING,
    )


def test_words_bars_and_the_warning_are_in_the_file() -> None:
    document = Document(BytesIO(brief_docx(brief(2, 2, 10))))
    assert document.sections[0].header.paragraphs[0].text == WARNING
    assert document.sections[0].footer.paragraphs[0].text.startswith("来源：看板，数据版本 7")
    assert document.paragraphs[0].text == "某市公安局 2024 年度政府信息公开简报"
    numbered = [part.text for part in document.paragraphs if part.text[:2] in {"1.", "2."}]
    assert numbered == ["1. " + "问" * 10, "2. " + "问" * 10]
    first = document.tables[0]
    assert [cell.text for cell in first.rows[1].cells][:3] == [
        "没有现成信息需要另行制作", "443", "19.1 %（443/2,319）",
    ]  # fmt: skip


def test_bars_are_to_scale() -> None:
    row = ["甲", Bar(1.0, "#0969A6")], ["乙", Bar(0.25, "#0969A6")], ["丙", Bar(0.0, "#0969A6")]
    only = Brief("题", "", [Grid("表", ["", ""], row, (4, 8))], [], "脚")
    document = Document(BytesIO(brief_docx(only)))
    wide, narrow = (shape.width for shape in document.inline_shapes)
    assert wide == Cm(8 * 0.92)
    assert narrow == pytest.approx(wide / 4, abs=1)


def test_columns_stand_for_their_heights_and_gaps_stay_empty() -> None:
    only = Brief("题", "", [charts()], [], "脚")
    document = Document(BytesIO(brief_docx(only)))
    heights = [shape.height for shape in document.inline_shapes]
    assert len(heights) == 7 + 6
    assert heights[6] == pytest.approx(7 * heights[0], abs=10)
    assert "—" in document.tables[0].rows[1].cells[8].text


@needs_soffice
@pytest.mark.parametrize(("rows", "points", "length"), [(1, 0, 0), (12, 9, 150)])
def test_a_brief_has_two_pages_whatever_it_holds(rows: int, points: int, length: int) -> None:
    pdf = pypdfium2.PdfDocument(to_pdf(brief_docx(brief(rows, points, length))))
    assert len(pdf) == 2
    for page in pdf:
        assert WARNING in page.get_textpage().get_text_range()

"""The place of a number in its source, for every format, and nothing in it that could run."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from annual_reports.errors import UnreadableFile
from annual_reports.extract import report_of
from annual_reports.extract.document import Document, RawCell, RawTable
from annual_reports.extract.readers import read_document
from annual_reports.facts import Report, Status
from annual_reports.pipeline import DATA
from annual_reports.rendering import page_html, page_of, render_pages, table_html, tables_with
from tests.unit.extract.pdf_writer import Pdf

SHARED = DATA.parent.parent / "shared" / "reports"
FILES = sorted(path for path in SHARED.glob("*") if path.suffix in {".html", ".docx", ".txt"})


def both(path: Path) -> tuple[Document, Report]:
    data = path.read_bytes()
    document = read_document(path, data)
    return document, report_of(document, "")


def grid(markup: str) -> list[list[str]]:
    """The texts of a drawn table, spans filled."""
    rows: dict[tuple[int, int], str] = {}
    lines = html.fromstring(markup).xpath("//tr")
    for at, line in enumerate(lines):
        column = 0
        for cell in line.xpath("td"):
            while (at, column) in rows:
                column += 1
            for down in range(int(cell.get("rowspan", 1))):
                for across in range(int(cell.get("colspan", 1))):
                    rows[at + down, column + across] = cell.text_content()
    width = max(column for _, column in rows) + 1
    return [[rows.get((at, column), "") for column in range(width)] for at in range(len(lines))]


def texts(table: RawTable) -> list[list[str]]:
    width = max(map(len, table.rows))
    return [
        [cell.text.replace("\n", "") if cell else "" for cell in (*row, *[None] * width)][:width]
        for row in table.rows
    ]


@pytest.mark.parametrize("path", sorted((DATA / "reports").glob("*.html")), ids=lambda p: p.name)
def test_a_drawn_table_is_the_table_that_was_read(path: Path) -> None:
    document, report = both(path)
    tables = tables_with(document, [cell.locator for cell in report.cells if cell.locator])
    assert tables
    for table in tables:
        assert grid(table_html(table, {})) == texts(table)


@pytest.mark.skipif(not FILES, reason="the shared reports are not on this machine")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_marked_cell_is_the_one_the_number_came_from(path: Path) -> None:
    document, report = both(path)
    numbers = [cell for cell in report.cells if cell.status is Status.NUMBER]
    assert numbers
    for cell in numbers:
        (table,) = tables_with(document, [cell.locator])
        drawn = html.fromstring(table_html(table, {cell.locator: "chosen"}))
        marked = drawn.xpath("//td[@class='chosen']")
        assert marked
        digits = cell.raw.split()[0]
        assert any(digits in "".join(one.itertext()) for one in marked)


def test_text_of_a_report_is_only_text() -> None:
    bad = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    cell = RawCell(bad, f"place {bad}", 1, 1)
    drawn = table_html(RawTable(1, ((cell,),)), {cell.locator: '"><b>'})
    (found,) = html.fromstring(drawn).xpath("//td")
    assert found.text_content() == bad
    assert found.get("title") == cell.locator
    assert len(found) == 0


def test_cells_whose_spans_overlap_all_stand_in_the_drawing() -> None:
    one, other = RawCell("1", "a", 1, 1), RawCell("2", "b", 1, 2)
    table = RawTable(1, ((one, other), (one, one), (None, other)))
    assert grid(table_html(table, {})) == [["1", "2"], ["1", "1"], ["", "2"]]


def test_the_place_on_a_page_is_read_from_the_locator() -> None:
    assert page_of("page 3, table 2, row 16, column 10, box 553.9 382.1 577.9 426.4") == (
        3, (553.9, 382.1, 577.9, 426.4),
    )  # fmt: skip
    assert page_of("table 2, row 15, column 5, /html/body/table[2]") is None
    assert page_of("") is None


def is_dark(png: bytes, x: float, y: float) -> bool:
    """Whether ink is at that place, in parts of the whole."""
    picture = Image.open(BytesIO(png)).convert("L")
    ink = picture.getpixel((round(x * picture.width), round(y * picture.height)))
    assert isinstance(ink, int)
    return ink < 128


@pytest.mark.parametrize(
    ("turns", "size", "x", "y"), [(0, (595, 842), 125, 210), (1, (842, 595), 632, 125)]
)
def test_a_page_is_drawn_as_it_is_shown(
    turns: int, size: tuple[float, float], x: float, y: float
) -> None:
    """A box from 100 200 to 150 220; a quarter turn moves its middle to 842 − 210, 125."""
    document = Pdf()
    document.page(turns=turns).bar(100, 200, 150, 220)
    document.page().text(50, 50, "2")
    pages = render_pages(document.data(), (1, 2, 3))
    assert isinstance(pages, dict)
    assert sorted(pages) == [1, 2]
    page = pages[1]
    assert (page.width, page.height) == size
    assert is_dark(page.png, x / size[0], y / size[1])
    assert not is_dark(page.png, 0.5, 0.9)


def test_a_mark_lies_over_its_place_and_only_on_its_page() -> None:
    document = Pdf()
    document.page((200.0, 400.0)).bar(20, 100, 60, 120)
    pages = render_pages(document.data(), (1,))
    assert isinstance(pages, dict)
    marks = {
        "page 1, table 1, row 1, column 1, box 20.0 100.0 60.0 120.0": "chosen",
        "page 2, table 1, row 1, column 1, box 20.0 100.0 60.0 120.0": "read",
        "table 1, line 2": "read",
    }
    drawn = html.fromstring(page_html(pages[1], marks, "page <1>"))
    (mark,) = drawn.xpath("//i")
    assert mark.get("style") == "left:10.000%;width:20.000%;top:25.000%;height:5.000%"
    assert mark.get("class") == "chosen"
    assert drawn.xpath("//img")[0].get("alt") == "page <1>"


def test_a_page_of_any_size_makes_a_picture_of_bounded_size() -> None:
    document = Pdf()
    document.page((14_400.0, 14_400.0)).bar(0, 0, 10, 10)
    pages = render_pages(document.data(), (1,))
    assert isinstance(pages, dict)
    assert max(Image.open(BytesIO(pages[1].png)).size) <= 2400


def test_what_is_no_pdf_is_refused() -> None:
    assert isinstance(render_pages(b"%PDF-1.4 nothing %%EOF", (1,)), UnreadableFile)

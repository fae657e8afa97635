"""PDF: what a table, a cell and a line of text are."""

from pathlib import Path

import pytest

from annual_reports.extract.document import Document
from annual_reports.extract.readers import pdf
from tests.unit.extract.pdf_writer import Page, Pdf


def read(*pages: Page) -> Document:
    return pdf.read(Path("a.pdf"), Pdf(list(pages)).data())


def texts(document: Document) -> list[list[list[str | None]]]:
    return [
        [[cell.text if cell else None for cell in row] for row in table.rows]
        for table in document.tables
    ]


def frame(page: Page, xs: list[float], ys: list[float], dash: str = "[] 0") -> None:
    """Rules all through at these places."""
    for y in ys:
        page.line(xs[0], y, xs[-1], y, dash)
    for x in xs:
        page.line(x, ys[0], x, ys[-1], dash)


def filled(dash: str = "[] 0") -> Page:
    page = Page()
    frame(page, [100, 160, 220], [100, 130, 160], dash)
    for n, (x, y) in enumerate([(110, 120), (170, 120), (110, 150), (170, 150)], 1):
        page.text(x, y, f"{n}0")
    return page


GRID = [[["10", "20"], ["30", "40"]]]


@pytest.mark.parametrize("dash", ["[] 0", "[3 2] 0", "[1 2] 0"])
def test_stroked_rules(dash: str) -> None:
    assert texts(read(filled(dash))) == GRID


def test_dots_drawn_one_by_one() -> None:
    page = filled()
    page.parts = [part for part in page.parts if " l S" not in part]
    for x in (100, 160, 220):
        for n in range(40):
            page.bar(x, 100 + 1.5 * n, x + 0.75, 100.75 + 1.5 * n)
    for y in (100, 130, 160):
        for n in range(81):
            page.bar(100 + 1.5 * n, y, 100.75 + 1.5 * n, y + 0.75)
    assert texts(read(page)) == GRID


def test_cells_with_a_box_each_and_space_between() -> None:
    page = Page()
    for n, (x, y) in enumerate([(100, 100), (162, 100), (100, 132), (162, 132)], 1):
        page.parts.append(f"0.75 w {x} {842 - y - 29} 59 29 re S")
        page.text(x + 10, y + 18, f"{n}0")
    assert texts(read(page)) == GRID


def test_merged_cells_are_one_cell_everywhere() -> None:
    page = Page()
    frame(page, [100, 160, 220], [100, 130, 160, 190])
    page.parts = [part for part in page.parts if " 160 " not in part or "742" not in part]
    page.line(160, 130, 160, 190)  # none in the first row
    page.text(110, 120, "合并")
    page.text(170, 150, "7")
    table = read(page).tables[0]
    assert table.rows[0][0] is table.rows[0][1]
    assert table.layout == "grid"
    cell = table.rows[1][1]
    assert cell is not None
    assert (cell.text, cell.row, cell.column) == ("7", 2, 2)


def test_a_frame_around_text_is_no_table() -> None:
    page = Page()
    frame(page, [50, 500], [50, 400])
    page.text(60, 80, "正文")
    document = read(page)
    assert document.tables == ()
    assert [line.text for line in document.paragraphs] == ["正文"]


def test_lines_of_a_cell_stay_apart() -> None:
    """Words over several lines, headings of one character a line, a number that is broken."""
    page = filled()
    page.parts = [part for part in page.parts if "BT" not in part]
    for n, char in enumerate("商业"):
        page.text(110, 112 + 12 * n, char)
    page.text(165, 112, "1357539")
    page.text(165, 125, "4432.52")
    page.text(105, 150, "甲")
    assert texts(read(page)) == [[["商\n业", "1357539\n4432.52"], ["甲", ""]]]


@pytest.mark.parametrize(
    ("gap", "text"), [(0.0, "1234"), (0.5, "1234"), (2.0, "12 34"), (6.0, "12 34")]
)
def test_numbers_set_apart_are_not_joined(gap: float, text: str) -> None:
    page = filled()
    page.text(105, 112, "12")
    page.text(105 + 9 + gap, 112, "34")
    assert texts(read(page))[0][0][0] == f"{text}\n10"


def test_a_raised_digit_is_no_part_of_the_number() -> None:
    page = filled()
    page.text(122, 117, "2", size=5)
    page.parts[6] = page.parts[6].replace("110", "113")
    assert texts(read(page))[0][0][0] == "10^2"


def test_text_printed_twice_to_look_bold_is_one() -> None:
    page = filled()
    page.text(110.2, 120, "10")
    assert texts(read(page)) == GRID


def test_parts_of_characters_become_characters() -> None:
    """Some programs write 行 and 二 as the parts ⾏ and ⼆; numbers stay as printed."""
    page = filled()
    page.text(105, 110, "⾏政⼆１")
    assert texts(read(page))[0][0][0] == "行政二１\n10"


def test_text_on_its_side_reads_along_its_line() -> None:
    page = Page()
    frame(page, [100, 160, 220], [100, 200, 300])
    page.sideways(120, 190, "办理")
    page.sideways(135, 190, "结果")
    for x, y in ((170, 150), (110, 250), (170, 250)):
        page.text(x, y, "九九九九")
    assert texts(read(page))[0][0][0] == "办理\n结果"


def test_a_row_cut_open_by_a_page_break_is_one_row() -> None:
    """No rule where the page ends: the cells go on at the top of the next."""
    first, second = Page(), Page()
    for page, ys in ((first, [700, 730]), (second, [90, 120])):
        for y in ys:
            page.line(100, y, 220, y)
    for x in (100, 160, 220):
        first.line(x, 700, x, 780)
        second.line(x, 50, x, 120)
    first.text(105, 720, "甲")
    first.text(165, 720, "1")
    first.text(105, 770, "乙")
    second.text(105, 65, "丙")
    second.text(165, 65, "2")
    second.text(105, 110, "丁")
    second.text(165, 110, "3")
    document = read(first, second)
    assert texts(document) == [[["甲", "1"], ["乙\n丙", "2"], ["丁", "3"]]]
    cell = document.tables[0].rows[1][0]
    assert cell is not None
    assert cell.locator.endswith("box 100.0 730.0 160.0 780.5")


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        (("补正后申请", ""), ("内容不明", "4"), [["补正后申请\n内容不明", "4"]]),
        (("补正后申请", "5"), ("内容不明", "4"), [["补正后申请", "5"], ["内容不明", "4"]]),
        (("1.补正", ""), ("2.重复", "4"), [["1.补正", ""], ["2.重复", "4"]]),
    ],
)
def test_halves_of_a_row_that_is_closed_at_the_page_break(
    above: tuple[str, str], below: tuple[str, str], rows: list[list[str]]
) -> None:
    first, second = Page(), Page()
    frame(first, [100, 260, 320], [700, 730, 760])
    frame(second, [100, 260, 320], [50, 80, 110])
    for page, y, row in ((first, 720, ("头", "数")), (first, 750, above), (second, 70, below)):
        page.text(105, y, row[0])
        page.text(265, y, row[1])
    second.text(105, 100, "末")
    second.text(265, 100, "9")
    assert texts(read(first, second)) == [[["头", "数"], *rows, ["末", "9"]]]


def test_tables_with_other_columns_do_not_go_on() -> None:
    first, second = filled(), Page()
    frame(second, [100, 140, 180, 220], [50, 80])
    for n, x in enumerate((110, 150, 190)):
        second.text(x, 70, str(n))
    assert len(read(first, second).tables) == 2


def test_running_heads_are_left_out_and_text_goes_on_over_the_page() -> None:
    first, second = Page(), Page()
    for number, page in enumerate((first, second), 1):
        page.text(60, 30, "某某局年度报告")
        page.text(280, 810, f"- {number} -")
    for n in range(3):
        first.text(78 if n == 0 else 60, 100 + 20 * n, "正" * (48 if n else 46))
    second.text(60, 100, "文完。")
    second.text(78, 120, "另起一段。")
    assert [line.text for line in read(first, second).paragraphs] == [
        "正" * (46 + 48 + 48) + "文完。",
        "另起一段。",
    ]


def test_a_short_line_ends_a_paragraph() -> None:
    page = Page()
    for n, line in enumerate(("正" * 40, "完。", "二" * 40)):
        page.text(60, 100 + 16 * n, line)
    assert [line.text for line in read(page).paragraphs] == ["正" * 40 + "完。", "二" * 40]


def test_a_table_without_rules_by_its_columns() -> None:
    """Where a row has no value in a column, that cell is blank and none moves."""
    page = Page()
    for row, (label, *values) in enumerate(
        [("项目", "甲列", "乙列", "丙列"), ("第一", "1", "2", "3"), ("第二", "", "5", "6")]
    ):
        page.text(60, 100 + 20 * row, label)
        for column, value in enumerate(values):
            if value:
                page.text(200 + 80 * column, 100 + 20 * row, value)
    assert [row[2:] for row in texts(read(page))[0]] == [
        ["项目", "甲列", "乙列", "丙列"],
        ["第一", "1", "2", "3"],
        ["第二", "", "5", "6"],
    ]


def test_headings_side_by_side_over_one_column_leave_values_unplaced() -> None:
    page = Page()
    page.text(60, 100, "项目")
    page.text(195, 100, "甲列")
    page.text(218, 100, "乙列")
    page.text(60, 120, "第一")
    page.text(213, 120, "12")
    values = texts(read(page))[0][-1]
    assert values[:3] == ["第一"] * 3
    assert "12" not in values or len(values) > 4


def test_prose_that_ends_in_a_number_is_no_table() -> None:
    page = Page()
    page.text(60, 100, "全年通过政府门户网站主动公开各类政府信息共计 2599")
    page.text(60, 116, "条。")
    assert read(page).tables == ()

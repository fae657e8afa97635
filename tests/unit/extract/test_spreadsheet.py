"""Workbooks: merged cells, numbers as printed, sheets that are hidden, cells that are odd."""

from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from xlsxwriter import Workbook as SharedBook

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import read_document
from annual_reports.extract.readers.ole import packed, read_stream, stream_names
from annual_reports.extract.readers.sheets import column_name
from annual_reports.facts import Report, Status
from tests.unit.extract.made_reports import Made, extract, found_in
from tests.unit.extract.written import (
    HAS_CALC,
    book_of,
    converted,
    csv_of,
    number_or_text,
    sheets_of,
    xlsx,
)

needs_calc = pytest.mark.skipif(not HAS_CALC, reason="no LibreOffice Calc on this machine")


def read(book: Workbook, name: str = "a.xlsx") -> Document:
    return read_document(Path(name), xlsx(book))


def first_row(*values: object) -> list[str | None]:
    book = Workbook()
    book.worksheets[0].append(values)
    (row,) = read(book).tables[0].rows
    return [cell.text if cell else None for cell in row]


def statuses(report: Report, status: Status) -> set[tuple[str, str, str]]:
    return {cell.key for cell in report.cells if cell.status is status}


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("value", [number_or_text, str])
def test_every_cell_of_the_official_layout(form: str, value: object, tmp_path: Path) -> None:
    made = Made(form)
    report = extract(xlsx(book_of(made, value)), tmp_path, "报告.xlsx")  # type: ignore[arg-type]
    assert found_in(report) == made.values
    assert [problem.code for problem in report.problems] == []
    assert (report.format, report.identity.form) == ("xlsx", form)
    assert len({cell.locator for cell in report.cells}) == len(made.values)
    assert report.sections[0].text == "正文。"


def test_a_sheet_for_each_table(tmp_path: Path) -> None:
    made = Made("2021")
    report = extract(xlsx(sheets_of(made)), tmp_path, "2023.xlsx")
    assert found_in(report) == made.values
    places = {cell.key: cell.locator for cell in report.cells}
    assert places["4", "review", "upheld"] == "sheet 表4, cell A4"
    assert places["3", "new_requests", "natural_person"] == "sheet 表3, cell D4"


@needs_calc
@pytest.mark.parametrize("target", ["xls", "ods"])
def test_other_workbooks_say_the_same(target: str, tmp_path: Path) -> None:
    made = Made("2021")
    book = book_of(made)
    book.worksheets[0]["Z1"] = "=1/0"
    book.create_sheet("hidden").sheet_state = "hidden"
    book["hidden"]["A1"] = "x"
    content = converted(xlsx(book), "a.xlsx", target, tmp_path)
    report = extract(content, tmp_path, "report.bin")
    assert (report.format, found_in(report)) == (target, made.values)
    document = read_document(Path("a"), content)
    assert len(document.tables) == 1
    assert document.tables[0].rows[0][25].text == "#DIV/0!"  # type: ignore[union-attr]


def test_an_exported_csv_is_read_by_its_columns(tmp_path: Path) -> None:
    made = Made("2021")
    report = extract(csv_of(made).encode("gb18030"), tmp_path, "report.csv")
    assert (report.format, found_in(report)) == ("csv", made.values)


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_told(separator: str) -> None:
    document = read_document(
        Path("a.csv"), f'"规{separator}章"{separator}1\n许可{separator}2'.encode()
    )
    assert [[cell and cell.text for cell in row] for row in document.tables[0].rows] == [
        [f"规{separator}章".replace("\t", " "), "1"],
        ["许可", "2"],
    ]


def test_numbers_are_as_a_spreadsheet_prints_them() -> None:
    values = (3.0, 0.1 + 0.2, 5949.088667, 13575394432.52, -7, 1e-7, 12_345_678_901)
    assert first_row(*values) == [
        "3", "0.3", "5949.088667", "13575394432.52", "-7", "0.0000001", "12345678901",
    ]  # fmt: skip


def test_dates_and_words_are_kept() -> None:
    values = (date(2024, 3, 1), datetime(2024, 3, 1, 5, 6), True, " 规 \n 章 ", "0012")
    assert first_row(*values) == ["2024-03-01", "2024-03-01 05:06:00", "TRUE", "规\n章", "0012"]


def test_errors_and_formulas_without_a_result_are_never_blank(tmp_path: Path) -> None:
    made = Made("2021")
    book = book_of(made)
    sheet = book.worksheets[0]
    cells = {str(cell.value): cell for row in sheet.iter_rows() for cell in row}
    keys = list(made.values)[:2]
    cells[made.values[keys[0]]].value = "=SUM(B7:B9)"
    cells[made.values[keys[1]]].value = "#REF!"
    report = extract(xlsx(book), tmp_path, "report.xlsx")
    assert statuses(report, Status.UNREADABLE) == set(keys)


def test_a_raised_note_does_not_join_the_digits() -> None:
    note = CellRichText("10", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert first_row(note) == ["10^1"]


def test_a_raised_note_in_a_shared_text_does_not_join_the_digits() -> None:
    stream = BytesIO()
    with SharedBook(stream) as book:
        raised = book.add_format({"font_script": 1})
        book.add_worksheet().write_rich_string(0, 0, "10", raised, "1", "件")
    (row,) = read_document(Path("a.xlsx"), stream.getvalue()).tables[0].rows
    assert row[0] is not None
    assert row[0].text == "10^1件"


def test_hidden_sheets_are_left_out() -> None:
    book = Workbook()
    book.worksheets[0].append(["甲", "乙"])
    for state in ("hidden", "veryHidden"):
        sheet = book.create_sheet(state)
        sheet.append(["丙", "丁"])
        sheet.sheet_state = state
    assert [row[0].text for row in read(book).tables[0].rows if row[0]] == ["甲"]
    assert len(read(book).tables) == 1


def test_a_merged_range_refers_to_its_first_cell() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["甲", "乙", "丙"])
    sheet.append(["丁", "", "戊"])
    sheet.merge_cells("A1:B2")
    table = read(book).tables[0]
    first = table.rows[0][0]
    assert all(table.rows[row][column] is first for row in (0, 1) for column in (0, 1))
    assert first is not None
    assert (first.text, first.locator) == ("甲", "sheet Sheet, cell A1")
    assert table.is_origin(1, 1)
    assert not table.is_origin(2, 2)


def test_rows_of_text_are_lines_and_sentences_no_rows() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["一、总体情况"], ["全年公开12条。"], ["规章", 1], ["其他"]):
        sheet.append(row)
    document = read(book)
    lines = [(line.text, line.table) for line in document.paragraphs]
    assert lines == [
        ("一、总体情况", None), ("全年公开12条。", None), ("规章", 1), ("1", 1), ("其他", None),
    ]  # fmt: skip
    assert [len(row) for row in document.tables[0].rows] == [2, 0, 2, 2]
    assert document.meta_text("title") == "Sheet"


def test_columns_have_letters() -> None:
    assert [column_name(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_container_whose_chain_of_sectors_has_no_end_is_refused_or_read() -> None:
    """The library would follow it until the memory is full."""
    whole = packed("Workbook", bytes(20_000))
    table = whole.index(pack("<II", 3, 4))  # the sectors after those of the stream
    for start in range(table, table + 24, 4):
        for target in range(6):
            bent = whole[:start] + pack("<I", target) + whole[start + 4 :]
            with suppress(UnreadableFile):
                read_document(Path("a.xls"), bent)


@pytest.mark.parametrize("size", [1, 4096, 4097, 5_000_000])
def test_a_stream_packed_anew_is_the_same(size: int) -> None:
    stream = bytes(range(251)) * (size // 251 + 1)
    data = packed("Book", stream[:size])
    assert stream_names(data) == ["Book"]
    assert read_stream(Path("a.xls"), data, "Book").startswith(stream[:size])

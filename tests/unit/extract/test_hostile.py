"""Hostile and broken files: a plain sentence in bounded time and memory, or the right numbers."""

import resource
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.extract.labels import nearest
from annual_reports.extract.readers import limits, read_document
from annual_reports.facts import Report
from annual_reports.i18n import LANGS
from annual_reports.registry import Registry
from tests.unit.extract.made_reports import Made, extract, found_in, page_of, text_of
from tests.unit.extract.test_docx import saved, word_of
from tests.unit.extract.written import HAS_CALC, book_of, converted, csv_of, mhtml_of, xlsx

HIDDEN = "verborgen-8731"
MADE = Made("2021")
SHEET = "xl/worksheets/sheet1.xml"
DOCUMENT = "word/document.xml"
SECONDS = 30  # far more than any case needs, far less than a hang
needs_calc = pytest.mark.skipif(not HAS_CALC, reason="no LibreOffice Calc on this machine")


@cache
def docx() -> bytes:
    return saved(word_of(MADE))


@cache
def workbook() -> bytes:
    return xlsx(book_of(MADE))


def ods(folder: Path) -> bytes:
    return converted(workbook(), "a.xlsx", "ods", folder)


FORMATS: Mapping[str, Callable[[], bytes]] = {
    "a.html": lambda: page_of(MADE).encode(),
    "a.docx": docx,
    "a.xlsx": workbook,
    "a.mht": lambda: mhtml_of(MADE),
    "a.csv": lambda: csv_of(MADE).encode(),
    "a.txt": lambda: text_of(MADE, "rows").encode(),
}


@contextmanager
def bounded() -> Iterator[None]:
    """Fails when what is within takes too long or more than another 2 GB."""
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2 * 1024 * 1024


def outcome(content: bytes | str, folder: Path, name: str) -> Report | str:
    """The report, or the code of the refusal, whose sentences are looked at."""
    with bounded():
        try:
            return extract(content, folder, name)
        except AnnualReportsError as refusal:
            for lang in LANGS:
                sentence = refusal.message(lang)
                assert name in sentence
                assert len(sentence) < 1000
                assert HIDDEN not in sentence
            return refusal.code


def code(content: bytes | str, folder: Path, name: str) -> str:
    found = outcome(content, folder, name)
    assert isinstance(found, str)
    return found


def rewritten(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
    return stream.getvalue()


def in_sheet(old: bytes, new: bytes) -> bytes:
    return rewritten(workbook(), {SHEET: lambda xml: xml.replace(old, new, 1)})


# Packages that lie or explode


def lying(data: bytes, name: str, size: int) -> bytes:
    """The package whose directory says that the part is that small."""
    changed = bytearray(data)
    with ZipFile(BytesIO(data)) as package:
        entry = package.getinfo(name)
        directory = package.start_dir
    place = data.index(name.encode(), directory) - 46
    changed[place + 24 : place + 28] = size.to_bytes(4, "little")
    local = entry.header_offset
    changed[local + 22 : local + 26] = size.to_bytes(4, "little")
    return bytes(changed)


@pytest.mark.parametrize(("name", "part"), [("a.docx", DOCUMENT), ("a.xlsx", SHEET)])
def test_a_package_that_would_unpack_too_far(name: str, part: str, tmp_path: Path) -> None:
    bomb = rewritten(FORMATS[name](), {part: lambda xml: xml + bytes(201 * limits.MEGABYTE)})
    assert code(bomb, tmp_path, name) == "too-large"
    assert code(lying(bomb, part, 1000), tmp_path, name) == "file-unreadable"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_part_that_stands_twice(name: str, tmp_path: Path) -> None:
    stream = BytesIO(FORMATS[name]())
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(stream, "a") as package:
        package.writestr("[Content_Types].xml", b"<x/>")
    assert code(stream.getvalue(), tmp_path, name) == "file-unreadable"


@pytest.mark.parametrize(("name", "part"), [("a.docx", DOCUMENT), ("a.xlsx", SHEET)])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_reach_no_file(name: str, part: str, encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HIDDEN, encoding="utf-8")
    kinds = [f'<!ENTITY e SYSTEM "{secret.as_uri()}">', '<!ENTITY e "7"><!ENTITY f "&e;&e;">']
    for entities in kinds:

        def bent(xml: bytes, entities: str = entities) -> bytes:
            text = xml.decode().partition("?>")[2] or xml.decode()
            declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entities}]>'
            return (declared + text.replace(">101<", ">&e;<")).encode(encoding)

        content = rewritten(FORMATS[name](), {part: bent})
        assert code(content, tmp_path, name) == "file-unreadable"


def test_a_sheet_with_a_cell_in_the_farthest_corner(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert code(in_sheet(b"</sheetData>", far), tmp_path, "a.xlsx") == "too-many-cells"
    styled = far.replace(b"<v>1</v>", b"")
    report = outcome(in_sheet(b"</sheetData>", styled), tmp_path, "a.xlsx")
    assert isinstance(report, Report)
    assert found_in(report) == MADE.values


def test_many_merged_ranges_over_everything(tmp_path: Path) -> None:
    ranges = b'<mergeCell ref="A1:XFD1048576"/>' * 10_000 + b"</mergeCells>"
    assert code(in_sheet(b"</mergeCells>", ranges), tmp_path, "a.xlsx") == "too-many-cells"


def test_a_long_text_shown_in_very_many_cells(tmp_path: Path) -> None:
    stream = BytesIO()
    with Workbook(stream) as book:
        sheet = book.add_worksheet()
        for place in range(10_000):
            sheet.write_string(place // 10, place % 10, "长" * 32_000)
    assert len(stream.getvalue()) < limits.MEGABYTE
    assert code(stream.getvalue(), tmp_path, "a.xlsx") == "too-large"


@needs_calc
def test_repeated_cells_of_an_opendocument_sheet(tmp_path: Path) -> None:
    whole = ods(tmp_path)
    for old, new in (
        (b"<table:table-row ", b'<table:table-row table:number-rows-repeated="999999999" '),
        (b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="999999999" '),
        (b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="9" ' * 2),
    ):
        content = rewritten(whole, {"content.xml": lambda x, o=old, n=new: last(x, o, n)})
        assert code(content, tmp_path, "a.ods") in {"too-many-cells", "file-unreadable"}
    doctype = {"content.xml": lambda xml: xml.replace(b"?>", b"?><!DOCTYPE x>", 1)}
    assert code(rewritten(whole, doctype), tmp_path, "a.ods") == "file-unreadable"


def last(xml: bytes, old: bytes, new: bytes) -> bytes:
    """Repeat what is filled, not the blank rest of the sheet."""
    place = xml.rindex(old, 0, xml.index("自然人".encode()))
    return xml[:place] + new + xml[place + len(old) :]


# Files cut off, damaged or under another name


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_off_anywhere_gives_no_wrong_number(name: str, tmp_path: Path) -> None:
    whole = FORMATS[name]()
    for place in range(1, len(whole), max(1, len(whole) // 60)):
        found = outcome(whole[:place], tmp_path, name)
        if isinstance(found, Report):
            wrong = found_in(found).items() - MADE.values.items()
            assert len(wrong) <= 1  # the last number may itself be cut off
            assert all(MADE.values[key].startswith(value) for key, value in wrong)


@needs_calc
@pytest.mark.parametrize("target", ["xls", "ods"])
def test_a_converted_workbook_cut_off_anywhere(target: str, tmp_path: Path) -> None:
    whole = converted(workbook(), "a.xlsx", target, tmp_path)
    for place in range(1, len(whole), max(1, len(whole) // 60)):
        found = outcome(whole[:place], tmp_path, f"a.{target}")
        if isinstance(found, Report):
            assert found_in(found).items() <= MADE.values.items()


@pytest.mark.parametrize("name", FORMATS)
@given(st.data())
@settings(max_examples=25)
def test_damaged_bytes_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(FORMATS[name]())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    with bounded():
        try:
            read_document(Path(name), bytes(content))
        except UnreadableFile as refusal:
            assert name in str(refusal)  # noqa: PT017


@pytest.mark.parametrize("source", FORMATS)
def test_a_wrong_extension_changes_nothing(source: str, tmp_path: Path) -> None:
    for name in ("a", "a.docx", "a.xls", "a.html", "a.pdf", "a.png"):
        if source != "a.csv":  # nothing but its name tells it from text
            report = outcome(FORMATS[source](), tmp_path, name)
            assert isinstance(report, Report)
            assert found_in(report) == MADE.values


def test_what_a_damaged_file_says_of_itself_is_cut_short(tmp_path: Path) -> None:
    """The name in a part's own header may be as long as the rest of the file."""
    content = bytearray(docx())
    content[26:28] = (60_000).to_bytes(2, "little")
    assert code(bytes(content), tmp_path, "a.docx") == "file-unreadable"


# Text that is not what it seems


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\0"])
def test_invisible_marks_change_no_number(mark: str, tmp_path: Path) -> None:
    first = MADE.values["2", "regulations", "issued"]
    label = "行政规范性文件"
    content = page_of(MADE).replace(f">{first}<", f">{first[0]}{mark}{first[1:]}<")
    content = content.replace(f">{label}<", f">{label[:2]}{mark}{label[2:]}<")
    report = outcome(content, tmp_path, "a.html")
    assert isinstance(report, Report)
    found = found_in(report)
    assert found.items() <= MADE.values.items()
    assert len(found) >= len(MADE.values) - 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str, tmp_path: Path) -> None:
    report = outcome(page_of(MADE).encode(encoding), tmp_path, "a.html")
    assert isinstance(report, Report)
    assert found_in(report) == MADE.values


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n\r", "\x0b\n"])
@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_any_line_ends(end: str, shape: str, tmp_path: Path) -> None:
    report = outcome(text_of(MADE, shape).replace("\n", end), tmp_path, "a.txt")
    assert isinstance(report, Report)
    assert found_in(report) == MADE.values


def test_two_encodings_in_one_page(tmp_path: Path) -> None:
    page = page_of(MADE)
    half = page.index("<table", page.index("<table") + 1)
    content = page[:half].encode("gb18030") + page[half:].encode()
    found = outcome(content, tmp_path, "a.html")
    if isinstance(found, Report):
        assert found_in(found).items() <= MADE.values.items()


# Files beyond all measure

CELL = "<td>12</td>"
HUGE = {
    "cells": "<table>" + ("<tr>" + CELL * 100 + "</tr>") * 5000,
    "columns": "<table>" + ("<tr>" + CELL * 10_000 + "</tr>") * 19,
    "spans": "<table>" + "<tr><td colspan=1000000000 rowspan=1000000000>a<td>b" * 3000,
    "wide rows": "<table>" + "<tr><td colspan=256>a" * 300_000,
    "endless rows": "<table><tr>" + "<td rowspan=0>a" * 256 + "<tr>" * 100_000,
    "bodies": "<table>" + "<tbody><tr><td>x<td>y" * 60_000,
    "boxes": "<table><tr><td>" * 500 + "<table>" + "<tr><td>x<td>y" * 50_000,
    "nested": "<table><tr><td>1<td>" * 500 + "<table>" + "<tr><td>x<td>y" * 50_000,
    "tables": "<table><tr><td>x<td>y</table>" * 60_000,
    "deep": "<div>" * 100_000,
    "breaks": "<p>" + "x<br>" * 900_000,
    "text": "<p>" + "规" * 17_000_000,
    "attribute": f'<p title="{"规" * 17_000_000}">',
    "comment": "<!--" + "-" * 30_000_000,
    "title": "<title>" + "政府信息公开年度报告" * 1_000_000 + "</title>",
}


@pytest.mark.parametrize("case", HUGE)
def test_a_page_beyond_all_measure(case: str, tmp_path: Path) -> None:
    known = {"too-many-cells", "too-complex", "too-deep", "too-large", "line-too-long"}
    assert code("<html><body>" + HUGE[case], tmp_path, "a.html") in {*known, "not-a-report"}


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.mht", "a.rtf"])
@pytest.mark.parametrize("piece", ["规章|1,", "a\n", "-", "\r", " : ", "\u3000"])
def test_fifty_megabytes_of_text(name: str, piece: str, tmp_path: Path) -> None:
    start = "Content-Type: multipart/related; boundary=x\n\n" if name == "a.mht" else "x"
    content = start + piece * (50_000_000 // len(piece.encode()))
    assert code(content, tmp_path, name) in {"too-complex", "line-too-long", "file-unreadable"}


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as stream:
        stream.truncate(500 * limits.MEGABYTE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableFile) as refusal:
        extract_report(path, Registry())
    assert (refusal.value.code, refusal.value.facts["found"]) == ("too-large", "500 MB")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_messages_nested_to_no_purpose(tmp_path: Path) -> None:
    levels = "".join(
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(3000)
    )
    content = "Content-Type: multipart/related; boundary=b0\n\n" + levels
    assert code(content, tmp_path, "a.mht") == "file-unreadable"


def test_a_label_without_end_is_compared_with_none() -> None:
    candidates = [(f"其他法律行政法规禁止公开{n}", str(n)) for n in range(40)]
    with bounded():
        assert nearest("其他法律行政法规禁止公开" * 40_000, candidates) is None

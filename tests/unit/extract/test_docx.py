"""Word documents: merged cells, runs, nested tables, and packages that are none."""

import csv
from base64 import b64decode
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from annual_reports.errors import NotAReport, UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.registry import Registry
from tests.unit.extract.made_reports import TITLES, Made, Rows, extract, found_in
from tests.unit.extract.written import places_of

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
GOLDEN = Path(__file__).parents[4] / "shared" / "reports" / "pingtan-2021.docx"


def add_table(parent: WordDocument | _Cell, rows: Rows) -> None:
    places = places_of(rows)
    width = 1 + max(place[3] for place in places)
    table = parent.add_table(len(rows), width)
    for row, column, last_row, last_column, text in places:
        cell = table.cell(row, column)
        if (last_row, last_column) != (row, column):
            cell = cell.merge(table.cell(last_row, last_column))
        cell.paragraphs[0].text = text


def saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_of(made: Made) -> WordDocument:
    document = Document()
    document.add_paragraph(TITLES[made.form])
    document.add_paragraph("一、总体情况")
    document.add_paragraph("正文。")
    for rows in made.tables.values():
        add_table(document, rows)
        document.add_paragraph("")
    return document


def read(document: WordDocument, folder: Path) -> Report:
    return extract(saved(document), folder, "report.docx")


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_cell_of_the_official_layout(form: str, tmp_path: Path) -> None:
    made = Made(form)
    report = read(word_of(made), tmp_path)
    assert found_in(report) == made.values
    assert report.problems[1:] == ()
    assert (report.format, report.identity.form) == ("docx", form)
    assert len({cell.locator for cell in report.cells}) == len(made.values)
    assert [section.text for section in report.sections] == ["正文。"]


def test_tables_nested_in_a_layout_table(tmp_path: Path) -> None:
    made = Made("2021")
    document = Document()
    document.add_paragraph(TITLES["2021"])
    inside = document.add_table(1, 1).cell(0, 0)
    for rows in made.tables.values():
        add_table(inside, rows)
    assert found_in(read(document, tmp_path)) == made.values


def test_digits_split_over_runs_are_one_number(tmp_path: Path) -> None:
    document = word_of(Made("2021"))
    paragraph = document.tables[0].cell(2, 1).paragraphs[0]
    paragraph.text = ""
    for digit in "907":
        paragraph.add_run(digit).bold = True
    assert found_in(read(document, tmp_path))["2", "regulations", "issued"] == "907"


def test_a_raised_note_does_not_join_the_digits(tmp_path: Path) -> None:
    document = word_of(Made("2021"))
    document.tables[0].cell(2, 1).paragraphs[0].add_run("1").font.superscript = True
    cells = {cell.key: cell for cell in read(document, tmp_path).cells}
    assert cells["2", "regulations", "issued"].status is Status.UNREADABLE


@pytest.mark.parametrize(
    "order", ["=SUM(ABOVE)", 'DDEAUTO c:\\\\cmd.exe "/k x"', 'HYPERLINK "http://x"']
)
def test_a_field_is_what_it_shows_and_its_order_is_neither_run_nor_read(
    tmp_path: Path, order: str
) -> None:
    document = word_of(Made("2021"))
    cell = document.tables[0].cell(2, 1).paragraphs[0]
    shown = cell.text
    cell.clear()
    for place in (cell, document.paragraphs[2]):
        add_field(place, order, shown)
    report = read(document, tmp_path)
    assert found_in(report)["2", "regulations", "issued"] == shown
    (prose,) = [section.text for section in report.sections if section.text]
    assert prose == f"正文。{shown}"


def add_field(paragraph: Paragraph, order: str, result: str) -> None:
    """A field as Word writes it: begin, what it orders, its last result, end."""
    for kind in ("begin", order, "separate", result, "end"):
        run = paragraph.add_run(kind if kind == result else "")
        if kind != result:
            part = OxmlElement("w:instrText" if kind == order else "w:fldChar")
            part.text = order if kind == order else None
            if kind != order:
                part.set(qn("w:fldCharType"), kind)
            run._r.append(part)


@pytest.mark.skipif(not GOLDEN.exists(), reason="the real reports are not here")
def test_a_real_document_has_every_expected_cell() -> None:
    report = extract_report(GOLDEN, Registry())
    found = {cell.key: cell.value for cell in report.cells if cell.status is not Status.ABSENT}
    with GOLDEN.with_suffix(".expected.csv").open(encoding="utf-8", newline="") as stream:
        expected = {
            (line["table"], line["row"], line["column"]): Decimal(line["value"])
            for line in csv.DictReader(stream)
        }
    assert found == expected
    assert (report.identity.year, report.identity.form) == (2021, "2021")


def refused(content: bytes, folder: Path) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        extract(content, folder, "report.docx")
    assert "report.docx" in str(error.value)
    return error.value


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_a_truncated_document_is_named(part: float, tmp_path: Path) -> None:
    whole = saved(word_of(Made("2021")))
    assert refused(whole[: int(len(whole) * part)], tmp_path).code == "file-unreadable"


def package(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_another_kind_of_package_is_no_word_document(tmp_path: Path) -> None:
    error = refused(package({"ppt/presentation.xml": b"<presentation/>"}), tmp_path)
    assert error.code == "unknown-format"


def test_a_package_that_would_unpack_too_far_is_refused_unopened(tmp_path: Path) -> None:
    bomb = package({"word/document.xml": bytes(201 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    assert "MB" in str(refused(bomb, tmp_path))


def test_a_document_type_of_its_own_is_refused(tmp_path: Path) -> None:
    whole = saved(word_of(Made("2021")))
    laughs = b'<!DOCTYPE w [<!ENTITY a "7777777777"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with ZipFile(BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    head, _, body = files["word/document.xml"].partition(b"?>")
    body = body.replace(b"101", b"&b;", 1)
    files["word/document.xml"] = head + b"?>" + laughs + body
    assert "DOCTYPE" in str(refused(package(files), tmp_path))
    files["word/document.xml"] = (head + b"?>" + body).replace(b"&b;", b"101")
    assert found_in(extract(package(files), tmp_path, "report.docx")) == Made("2021").values


def test_spans_beyond_reason_cost_nothing(tmp_path: Path) -> None:
    whole = saved(word_of(Made("2021")))
    with ZipFile(BytesIO(whole)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for number in (b"1000000000", b"9" * 5000, b"-1", "²".encode()):
        spans = b'<w:gridSpan w:val="' + number + b'"/>'
        bent = files["word/document.xml"].replace(b'<w:gridSpan w:val="4"/>', spans)
        before = b'<w:tr><w:trPr><w:gridBefore w:val="' + number + b'"/></w:trPr>'
        bent = bent.replace(b"<w:tr>", before, 1)
        report = extract(package({**files, "word/document.xml": bent}), tmp_path, "report.docx")
        assert found_in(report).items() <= Made("2021").values.items()


def test_pictures_in_the_body_are_counted(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(TITLES["2021"])
    document.add_picture(BytesIO(PIXEL))
    with pytest.raises(NotAReport) as refusal:
        extract(saved(document), tmp_path, "report.docx")
    assert (refusal.value.code, refusal.value.facts["pictures"]) == ("only-pictures", 1)

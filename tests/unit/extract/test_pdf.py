"""PDF: whole reports, ruled or not, over pages, and files that cannot be taken as reports."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annual_reports.errors import NotAReport, UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import pdf, pdf_library
from annual_reports.facts import Status
from tests.unit.extract.made_reports import C, Made, extract, found_in
from tests.unit.extract.pdf_writer import A4, WIDTHS, Page, Pdf, Sheet, pdf_of

FORMS = ["2019", "2021"]
NAME = Path("a.pdf")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("rules", ["all", "bars"])
@pytest.mark.parametrize("bottom", [790, 410, 300])
def test_ruled_report_is_read_whole(form: str, rules: str, bottom: float, tmp_path: Path) -> None:
    made = Made(form)
    report = extract(pdf_of(made, rules, bottom), tmp_path, "a.pdf")
    assert found_in(report) == made.values
    assert report.format == "pdf"
    assert report.problems == ()


@pytest.mark.parametrize("form", FORMS)
def test_report_without_rules_has_no_wrong_number(form: str, tmp_path: Path) -> None:
    made = Made(form)
    found = found_in(extract(pdf_of(made, "none"), tmp_path, "a.pdf"))
    assert found.items() <= made.values.items()
    assert len(found) > 0.9 * len(made.values)


def test_locators_lead_to_the_box_on_the_page(tmp_path: Path) -> None:
    report = extract(pdf_of(Made("2021")), tmp_path, "a.pdf")
    places = [cell.locator for cell in report.cells]
    assert len(set(places)) == len(places) == 200
    assert places[0] == "page 1, table 1, row 3, column 2, box 200.0 132.0 310.0 152.0"
    pattern = r"page \d, table \d, row \d+, column \d+, box( \d+\.\d){4}"
    assert all(re.fullmatch(pattern, place) for place in places)


def test_title_gives_the_identity(tmp_path: Path) -> None:
    identity = extract(pdf_of(Made("2021")), tmp_path, "a.pdf").identity
    assert (identity.agency_name, identity.year) == ("某某市某某局", 2023)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_pages_lying_on_their_side_are_read(turns: int, tmp_path: Path) -> None:
    made = Made("2021")
    data = pdf_of(made)
    upright = extract(data, tmp_path, "a.pdf")
    lying = data.replace(b"/Rotate 0", b"/Rotate %d" % (90 * turns))
    report = extract(lying, tmp_path, "a.pdf")
    assert found_in(report) == made.values
    texts = [[section.text for section in found.sections] for found in (upright, report)]
    assert texts[0] == texts[1]
    x0, top, x1, bottom = 200.0, 132.0, 310.0, 152.0
    turned = {
        1: (842 - bottom, x0, 842 - top, x1),
        2: (595 - x1, 842 - bottom, 595 - x0, 842 - top),
        3: (top, 595 - x1, bottom, 595 - x0),
    }
    box = " ".join(f"{side:.1f}" for side in turned[turns])
    assert report.cells[0].locator == f"page 1, table 1, row 3, column 2, box {box}"


@pytest.mark.parametrize(
    ("turns", "box"),
    [(0, "100.0 100.0 200.0 130.0"), (1, "712.0 100.0 742.0 200.0")],
)
def test_boxes_are_those_of_the_page_as_shown(turns: int, box: str) -> None:
    writer = Pdf([Page(A4, turns)])
    page = writer.pages[0]
    for y in (100, 130, 160):
        page.line(100, y, 300, y)
    for x in (100, 200, 300):
        page.line(x, 100, x, 160)
    for n, (x, y) in enumerate([(110, 120), (210, 120), (110, 150), (210, 150)]):
        page.text(x, y, str(n))
    cell = pdf.read(NAME, writer.data()).tables[0].rows[0][0]
    assert cell is not None
    assert (cell.text, cell.locator.split("box ")[1]) == ("0", box)


def one_table(*, wraps: bool = True, made: Made | None = None) -> Pdf:
    """A page with table 4."""
    writer = Pdf(title="x")
    Sheet(writer, wraps=wraps).table((made or Made("2021")).tables["4"], WIDTHS["4"])
    return writer


def with_table_3(writer: Pdf, made: Made) -> Pdf:
    """The same with a page for table 3."""
    Sheet(writer, y=200).table(made.tables["3"], WIDTHS["3"])
    return writer


def test_an_empty_password_is_none(tmp_path: Path) -> None:
    made = Made("2021")
    data = with_table_3(one_table(), made).data(password=b"")
    found = found_in(extract(data, tmp_path, "a.pdf"))
    assert found == {key: text for key, text in made.values.items() if key[0] != "2"}


def test_a_locked_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        extract(one_table().data(password=b"secret"), tmp_path, "a.pdf")
    assert refusal.value.code == "encrypted-file"
    assert refusal.value.facts == {"file": "a.pdf", "found": "PDF"}


@pytest.mark.parametrize("left_out", [30, 5000, 20000])
def test_a_file_cut_off_is_damaged(left_out: int, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        extract(pdf_of(Made("2021"))[:-left_out], tmp_path, "a.pdf")
    assert refusal.value.code == "file-unreadable"


def scan(mode: int, *, picture_first: bool) -> bytes:
    """A page that is a picture, and the text of a table over or below it."""
    writer = one_table()
    page = writer.pages[0]
    page.parts = [part.replace("BT 0 Tr", f"BT {mode} Tr") for part in page.parts]
    text, page.parts = page.parts, []
    page.picture(0, 0, *A4)
    page.parts = [*page.parts, *text] if picture_first else [*text, *page.parts]
    return writer.data()


@pytest.mark.parametrize(("mode", "picture_first"), [(3, True), (3, False), (0, False)])
def test_text_that_nobody_sees_is_not_trusted(
    mode: int, picture_first: bool, tmp_path: Path
) -> None:
    with pytest.raises(NotAReport) as refusal:
        extract(scan(mode, picture_first=picture_first), tmp_path, "a.pdf")
    assert refusal.value.code == "only-pictures"
    assert refusal.value.facts["pictures"] == 1


def test_text_over_a_picture_is_read() -> None:
    document = pdf.read(NAME, scan(0, picture_first=True))
    assert len(document.tables) == 1


def test_pictures_of_a_page_of_text_count_if_large() -> None:
    writer = Pdf([Page()])
    writer.pages[0].text(60, 60, "正文" * 20)
    writer.pages[0].picture(60, 100, 500, 400)
    writer.pages[0].picture(60, 700, 90, 730)
    assert pdf.read(NAME, writer.data()).pictures == 1


@pytest.mark.parametrize(
    ("module", "limit", "value"),
    [(pdf_library, "MAX_PAGES", 2), (pdf, "MAX_CHARACTERS", 50), (pdf, "MAX_OBJECTS", 40)],
)
def test_more_than_any_report_holds_is_refused(
    module: object, limit: str, value: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(UnreadableFile) as refusal:
        extract(pdf_of(Made("2021"), bottom=300), tmp_path, "a.pdf")
    assert refusal.value.code == "too-large"
    assert str(value) in str(refusal.value.facts["expected"])


def test_threads_take_turns() -> None:
    """PDFium breaks when two threads are in it at once."""
    data = pdf_of(Made("2021"))
    first = pdf.read(NAME, data)
    with ThreadPoolExecutor(8) as pool:
        documents = list(pool.map(lambda _: pdf.read(NAME, data), range(24)))
    assert all(document == first for document in documents)


def test_a_number_cut_by_a_rule_is_no_number(tmp_path: Path) -> None:
    """An amount too wide for its cell runs into the next: neither cell is believed."""
    made = Made("2021")
    made.tables["4"][-1][1] = C("13575394432.52")
    writer = with_table_3(one_table(wraps=False, made=made), made)
    report = extract(writer.data(), tmp_path, "a.pdf")
    found = found_in(report)
    assert found.items() <= made.values.items()
    cell = next(c for c in report.cells if c.key == ("4", "review", "corrected"))
    assert cell.status in {Status.UNREADABLE, Status.ABSENT}
    assert report.problems


DATA = pdf_of(Made("2021"))
VALUES = frozenset(Made("2021").values.values())


@settings(max_examples=60)
@given(st.integers(0, len(DATA) - 1))
def test_a_file_cut_anywhere_yields_no_other_number(end: int) -> None:
    assert numbers_in(DATA[:end]) <= VALUES


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(1, 255)), max_size=6))
def test_flipped_bytes_never_crash(flips: list[tuple[int, int]]) -> None:
    data = bytearray(DATA)
    for place, change in flips:
        data[place] ^= change
    numbers_in(bytes(data))


def numbers_in(data: bytes) -> set[str]:
    """The numbers in the tables; none where the file is refused, as it should be."""
    try:
        document: Document = pdf.read(NAME, data)
    except UnreadableFile:
        return set()
    texts = [cell.text for table in document.tables for row in table.rows for cell in row if cell]
    return {text for text in texts if re.fullmatch(r"[\d.]+", text)}

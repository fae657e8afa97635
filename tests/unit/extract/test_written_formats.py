"""The official form written in each format is read back: every value equal, blank stays blank."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.form import form_by_code
from annual_reports.registry import Registry
from tests.unit.extract.made_reports import TITLES, Key, Made, Rows, found_in, page_of, text_of
from tests.unit.extract.test_docx import saved
from tests.unit.extract.written import (
    HEADINGS,
    book_of,
    csv_of,
    mhtml_of,
    places_of,
    sheets_of,
    xlsx,
)

BLANK = ""


def quick_word(made: Made) -> bytes:
    """The tables as a word processor writes them: gridSpan and vMerge in every row."""
    document = Document()
    document.add_paragraph(TITLES[made.form])
    for heading, rows in zip(HEADINGS, made.tables.values(), strict=True):
        document.add_paragraph(heading)
        add_table(document, rows)
    document.add_paragraph("五、存在的主要问题及改进情况")
    return saved(document)


def add_table(document: WordDocument, rows: Rows) -> None:
    table = document.add_table(0, 1)._tbl
    places = sorted(places_of(rows), key=lambda place: place[1])
    for row in range(len(rows)):
        line = table.add_tr()
        for first, column, last, last_column, text in places:
            if first <= row <= last:
                cell = line.add_tc()
                cell.grid_span = last_column - column + 1
                if last > first:
                    cell.vMerge = "restart" if first == row else "continue"
                cell.p_lst[0].add_r().text = text if first == row else ""


FORMATS: dict[str, Callable[[Made], bytes]] = {
    "report.html": lambda made: page_of(made).encode("gb18030"),
    "report.xlsx": lambda made: xlsx(book_of(made)),
    "sheets.xlsx": lambda made: xlsx(sheets_of(made)),
    "report.docx": quick_word,
    "report.mhtml": mhtml_of,
    "report.csv": lambda made: csv_of(made).encode(),
}
numbers = st.one_of(
    st.just("0"),
    st.integers(1, 9_999_999_999).map(str),
    st.decimals(Decimal("0.01"), Decimal("99999999.99"), places=2).map(
        lambda n: f"{n.normalize():f}"
    ),
)
cells = st.one_of(numbers, numbers, st.just(BLANK))


@st.composite
def reports(draw: st.DrawFn) -> Made:
    form = draw(st.sampled_from(["2019", "2021"]))
    keys = form_by_code(form).cell_keys
    return Made(
        form,
        dict(zip(keys, draw(st.lists(cells, min_size=len(keys), max_size=len(keys))), strict=True)),
    )


def read(made: Made, name: str) -> Report:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(FORMATS[name](made) if name in FORMATS else text_of(made, "rows").encode())
        return extract_report(path, Registry())


@pytest.mark.parametrize("name", FORMATS)
@given(made=reports())
@settings(max_examples=12)
def test_every_value_comes_back_and_blank_stays_blank(name: str, made: Made) -> None:
    expected = {key: Decimal(text) if text else None for key, text in made.values.items()}
    found: dict[Key, Decimal | None] = {}
    for cell in read(made, name).cells:
        if cell.status is not Status.ABSENT:
            assert cell.status in {Status.NUMBER, Status.BLANK}
            found[cell.key] = cell.value
    assert found == expected


@given(made=reports())
@settings(max_examples=12)
def test_text_with_blanks_gives_the_value_or_none(made: Made) -> None:
    """In text the spans are lost: where blanks make a place doubtful, it is said, not guessed."""
    cells = read(made, "report.txt").cells
    found = {cell.key: str(cell.value) for cell in cells if cell.status is Status.NUMBER}
    assert found.items() <= made.values.items()


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("shape", ["rows", "cells", "spaced"])
def test_text_without_blanks_comes_back(form: str, shape: str) -> None:
    made = Made(form)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text_of(made, shape), encoding="utf-8")
        assert found_in(extract_report(path, Registry())) == made.values

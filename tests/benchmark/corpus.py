"""Reports in every format, written for the benchmarks or real where they are at hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

from docx import Document

from annual_reports.demo.documents import demo_documents
from annual_reports.demo.figures import city_figures
from annual_reports.export import OfficialReport, write_official_html
from annual_reports.pipeline import DATA
from annual_reports.registry import read_registry
from tests.unit.extract import pdf_writer, written
from tests.unit.extract.made_reports import TITLES, Made, page_of, text_of

REAL: Final = Path(__file__).parents[3] / "shared" / "reports"
_FORMS: Final = ("2019", "2021")
_REAL_OF: Final = {"HTML": "*.html", "DOCX": "*.docx", "PDF": "*.pdf", "text": "*.txt"}
File = tuple[Path, bytes]


def files_of(kind: str) -> list[File]:
    """The written and the real reports of that kind of file."""
    return [*_written(kind), *_real(kind)]


def _written(kind: str) -> Iterator[File]:
    ending, write = _WRITERS[kind]
    return ((Path(f"{form}.{ending}"), write(Made(form))) for form in _FORMS)


def _real(kind: str) -> Iterator[File]:
    shipped = sorted((DATA / "reports").glob("*.html")) if kind == "HTML" else []
    found = sorted(REAL.glob(_REAL_OF[kind])) if kind in _REAL_OF else []
    return ((path, path.read_bytes()) for path in (*shipped, *found))


def _docx(made: Made) -> bytes:
    document = Document()
    document.add_paragraph(TITLES[made.form])
    for rows in made.tables.values():
        places = written.places_of(rows)
        size = (1 + max(place[n] for place in places) for n in (2, 3))
        table = document.add_table(*size)
        for row, column, last_row, last_column, text in places:
            cell = table.cell(row, column).merge(table.cell(last_row, last_column))
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


_WRITERS: Final[dict[str, tuple[str, Callable[[Made], bytes]]]] = {
    "HTML": ("html", lambda made: page_of(made).encode()),
    "MHT": ("mht", written.mhtml_of),
    "DOCX": ("docx", _docx),
    "PDF": ("pdf", pdf_writer.pdf_of),
    "XLSX": ("xlsx", lambda made: written.xlsx(written.book_of(made))),
    "CSV": ("csv", lambda made: written.csv_of(made).encode()),
    "text": ("txt", lambda made: text_of(made, "rows").encode()),
}


def write_reports(folder: Path, count: int) -> None:
    """So many different reports as pages: the demonstration city's, again under other names."""
    known = demo_documents(
        city_figures(read_registry([DATA / "demo" / "agencies.csv"], []).agencies), ()
    )
    documents = list(known.items())
    for number in range(count):
        (agency, year), document = documents[number % len(documents)]
        turn = number // len(documents)
        page = write_official_html(_renamed(document, turn))
        (folder / f"{agency}-{turn:04}-{year}.html").write_text(page, encoding="utf-8")


def _renamed(document: OfficialReport, turn: int) -> OfficialReport:
    return replace(document, agency_name=f"第{turn:04}号{document.agency_name}")

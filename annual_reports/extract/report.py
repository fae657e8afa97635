"""A report file to a Report: the one way through the extraction."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from annual_reports.errors import NotAReport, UnreadableFile
from annual_reports.extract.agreement import second_look
from annual_reports.extract.document import Document
from annual_reports.extract.evidence import titles_of
from annual_reports.extract.identity import find_agency, identify
from annual_reports.extract.layouts import layout_of
from annual_reports.extract.narrative import figures_of
from annual_reports.extract.readers import read_document
from annual_reports.extract.readers.limits import check_bytes
from annual_reports.extract.recognise import Key, forms_shown, recognise
from annual_reports.extract.sections import sections_of
from annual_reports.facts import Cell, Identity, Report, Status
from annual_reports.form import Form, Table, form_by_code
from annual_reports.registry import ManifestEntry, Registry

_LONGEST_EXCERPT = 120


def extract_report(path: Path, registry: Registry) -> Report:
    """Everything the file says; what could not be settled is in the report's problems.

    Raises UnreadableFile when the file is empty, of no supported format or cannot be
    read, and NotAReport when it holds none of the tables of an annual report.
    """
    entry = registry.entry_for(path)
    return with_agency(read_report(path, read_bytes(path), entry), entry, registry)


def read_report(path: Path, data: bytes, entry: ManifestEntry | None = None) -> Report:
    """What the bytes of that file say, its agency still open; raises like ``extract_report``."""
    return report_of(read_document(path, data), sha256(data).hexdigest(), entry)


def report_of(document: Document, digest: str, entry: ManifestEntry | None = None) -> Report:
    """What a document read from bytes of that SHA-256 says; raises NotAReport."""
    identity, doubts = identify(document, entry, forms_shown(document.tables))
    form = form_by_code(identity.form or "")
    layout = layout_of(document.tables)
    recognition = recognise(document.tables, form.code, identity.year, layout)
    if not recognition.cells:
        raise _no_report(document)
    sections = sections_of(document.paragraphs, form.sections, recognition.tables)
    return Report(
        path=str(document.path),
        sha256=digest,
        format=document.format,
        title=_title(document),
        identity=identity,
        cells=tuple(_all_cells(form, recognition.cells)),
        sections=sections,
        problems=(
            *doubts,
            *recognition.problems,
            *second_look(form.code, recognition.cells, document.tables, layout),
        ),
        figures=figures_of(sections, identity.year, _names(identity)),
    )


def _no_report(document: Document) -> NotAReport:
    code = "only-pictures" if document.pictures else "not-a-report"
    file, found = document.path.name, _excerpt(document)
    return NotAReport(code, file=file, found=found, pictures=document.pictures)


def with_agency(report: Report, entry: ManifestEntry | None, registry: Registry) -> Report:
    """The report with its agency as far as the registry and its own words tell."""
    found = find_agency(report.identity.evidence, entry, registry)
    identity = replace(
        report.identity,
        agency_id=found.agency_id,
        agency_name=found.name,
        evidence=(*found.evidence, *report.identity.evidence),
    )
    return replace(report, identity=identity, problems=(*found.problems, *report.problems))


def read_bytes(path: Path) -> bytes:
    """The bytes of the file; one that is too large is never taken into memory.

    Raises UnreadableFile with the reason.
    """
    try:
        check_bytes(path, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFile("file-unreadable", file=path.name, found=reason) from error


def _names(identity: Identity) -> tuple[str, ...]:
    """What the agency is called in its own report."""
    return tuple(claim.value for claim in identity.evidence if claim.field == "agency")


def _title(document: Document) -> str:
    titles = titles_of(document)
    if titles:
        return titles[0].text
    return document.meta_text("ArticleTitle") or document.meta_text("title")


def _excerpt(document: Document) -> str:
    """What the document has instead: its title and the first line of its largest table."""
    table = max(document.tables, key=lambda table: len(table.rows), default=None)
    cells = (
        dict.fromkeys(cell.text for row in table.rows[:1] for cell in row if cell) if table else ()
    )
    line = " | ".join(filter(None, cells))
    first = document.paragraphs[0].text if document.paragraphs else ""
    found = " : ".join(filter(None, (_title(document) or first, line)))
    return found[:_LONGEST_EXCERPT] or "—"


def _all_cells(form: Form, cells: Mapping[Key, Cell]) -> Iterator[Cell]:
    """The cells of the form in its order; rows that only stand in for others if they are there.

    What a report does not print is absent only where the form demands it.
    """
    for key, absent in _absent_cells(form.code):
        cell = cells.get(key)
        if cell is not None:
            yield cell
        elif absent is not None and form.is_uniform:
            yield absent


@cache
def _absent_cells(form: str) -> tuple[tuple[Key, Cell | None], ...]:
    """Every key in the order of the form with the cell that stands for its absence."""
    return tuple(pair for table in form_by_code(form).tables for pair in _absent_of(table))


def _absent_of(table: Table) -> Iterator[tuple[Key, Cell | None]]:
    for row in table.rows:
        for code in row.columns:
            key = (table.code, row.code, code)
            absent = Cell(*key, None, "", Status.ABSENT, "", table.column(code).unit)
            yield key, None if row.replaces else absent

"""From the city's true figures to the reports as printed, flaws planted."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from annual_reports.demo.cell_edits import Others, edit_cells
from annual_reports.demo.document_edits import Others as Documents
from annual_reports.demo.document_edits import edit_document
from annual_reports.demo.figures import AgencyYear, Known, form_for
from annual_reports.demo.flaws import Planted, refusal
from annual_reports.demo.narrative import fiction_note, narrative
from annual_reports.demo.profiles import is_unpublished, name_in
from annual_reports.demo.publication import published_on
from annual_reports.demo.requests import Figures
from annual_reports.demo.revisions import Earlier
from annual_reports.export import OfficialReport, printed_cells
from annual_reports.export.official_tables import CellKey

ReportKey = tuple[str, int]


def demo_documents(
    known: Known, planted: Iterable[Planted], wanted: Container[ReportKey] | None = None
) -> dict[ReportKey, OfficialReport]:
    """The published reports by agency_id and year, all or those wanted.

    Raises InvalidRegistry when a flaw names a report that is not published or a cell that
    the report does not have.
    """
    published = {key: report for key, report in known.items() if not is_unpublished(*key)}
    flaws = _by_report(planted, published)

    def others(agency_id: str, year: int) -> Mapping[CellKey, str]:
        return _texts(published[agency_id, year])

    def unflawed(agency_id: str, year: int) -> OfficialReport:
        return _document(published[agency_id, year], (), others, unflawed)

    return {
        key: _document(report, flaws.get(key, ()), others, unflawed)
        for key, report in published.items()
        if wanted is None or key in wanted
    }


def demo_versions(
    known: Known, planted: Iterable[Planted], earlier: Earlier
) -> Iterator[tuple[Planted, OfficialReport]]:
    """The earlier versions of revised reports, each with the line that tells of it.

    Raises InvalidRegistry when one is of a report that is not published, or names a cell or
    section that the report does not have.
    """
    flaws = list(planted)
    for key, versions in earlier.items():
        own = [flaw for flaw in flaws if (flaw.agency_id, flaw.year) == key]
        for version in versions:
            yield version, demo_documents(known, [*own, version], [key])[key]


def _by_report(planted: Iterable[Planted], published: Known) -> Mapping[ReportKey, list[Planted]]:
    flaws: dict[ReportKey, list[Planted]] = defaultdict(list)
    for finding in planted:
        key = (finding.agency_id, finding.year)
        if key not in published:
            found = f"{finding.agency_id}, {finding.year}"
            raise refusal(finding.line, found, "agency_id, year")
        flaws[key].append(finding)
    return flaws


def _document(
    report: AgencyYear, planted: Sequence[Planted], others: Others, unflawed: Documents
) -> OfficialReport:
    form = form_for(report.year)
    texts: Mapping[CellKey, str] = _texts(report)
    for finding in planted:
        texts = edit_cells(texts, form, finding, others)
    document = OfficialReport(
        form=form.code,
        agency_name=name_in(report.agency, report.year),
        year=report.year,
        cells=printed_cells(form, texts),
        sections=narrative(report, _stated(report.cells, texts)),
        published_on=published_on(report.agency, report.year),
        note=fiction_note(),
        meta=(("DataKind", "demo"),),
    )
    for finding in planted:
        document = edit_document(document, finding, unflawed)
    return document


def _texts(report: AgencyYear) -> dict[CellKey, str]:
    return {key: str(value) for key, value in report.cells.items()}


def _stated(true_figures: Figures, texts: Mapping[CellKey, str]) -> Figures:
    """The figures the prose states: those printed, the true ones where none can be told."""
    return {key: _number(texts.get(key, ""), value) for key, value in true_figures.items()}


def _number(text: str, otherwise: Decimal) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return otherwise
    return number if number >= 0 else otherwise

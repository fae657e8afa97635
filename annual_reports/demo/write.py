"""Writes the demo's reports as HTML files: what ``build`` reads like any other report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from annual_reports.demo.documents import ReportKey, demo_documents, demo_versions
from annual_reports.demo.edits import FILES, of_stage
from annual_reports.demo.figures import Known, city_figures
from annual_reports.demo.flaws import Planted, read_flaws
from annual_reports.demo.page_edits import edit_page
from annual_reports.demo.publication import due_on
from annual_reports.demo.revisions import Earlier, read_revisions
from annual_reports.export import OfficialReport, write_official_html
from annual_reports.form import form_by_code
from annual_reports.registry import read_registry


@dataclass(frozen=True)
class DemoSummary:
    """What was written: the files, and which reports (agency_id, year) are missing or late.

    ``copies`` are reports filed once more under another year's name, ``superseded`` earlier
    versions of reports that were revised; ``planted`` are the findings the checks must come to
    in the reports that count, no more and no fewer.
    """

    agencies: int
    reports: tuple[Path, ...]
    copies: tuple[Path, ...]
    superseded: tuple[Path, ...]
    missing: tuple[ReportKey, ...]
    late: tuple[ReportKey, ...]
    planted: tuple[Planted, ...]


def write_demo(
    target: Path, agencies_csv: Path, flaws_csv: Path, revisions_csv: Path | None = None
) -> DemoSummary:
    """Write every report of the demo into the folder ``target``, the same bytes every time.

    A file is named ``<agency_id>-<year>.html``, an earlier version of it
    ``<agency_id>-<year>-v1.html``. Files ``demo-*.html`` of an earlier run that are written no
    longer are removed, all others left alone. Raises InvalidRegistry when one of the CSVs
    breaks its rules, or a flaw or an earlier version names what is not published.
    """
    agencies = read_registry([agencies_csv], []).agencies
    by_id = {agency.agency_id: agency for agency in agencies}
    planted = read_flaws(flaws_csv)
    known = city_figures(agencies)
    documents = demo_documents(known, planted)
    late = (
        (agency_id, year)
        for (agency_id, year), document in documents.items()
        if document.published_on and document.published_on > due_on(by_id[agency_id], year)
    )
    pages = {_name(*key): _page(key, document, planted) for key, document in documents.items()}
    copies = {
        _name(flaw.agency_id, edit.words[0]): pages[_name(flaw.agency_id, flaw.year)]
        for flaw in planted
        for edit in of_stage(flaw.edits, FILES)
    }
    earlier = read_revisions(revisions_csv) if revisions_csv else {}
    superseded = _earlier_pages(known, planted, earlier)
    _write_files(target, pages | copies | superseded)
    return DemoSummary(
        agencies=len(agencies),
        reports=tuple(target / name for name in pages),
        copies=tuple(target / name for name in copies),
        superseded=tuple(target / name for name in superseded),
        missing=tuple(sorted(known.keys() - documents.keys())),
        late=tuple(sorted(late)),
        planted=planted,
    )


def _name(agency_id: str, year: int | str) -> str:
    return f"{agency_id}-{year}.html"


def _page(key: ReportKey, document: OfficialReport, planted: Iterable[Planted]) -> str:
    page = write_official_html(document)
    for flaw in planted:
        if (flaw.agency_id, flaw.year) == key:
            page = edit_page(page, form_by_code(document.form), flaw)
    return page


def _earlier_pages(known: Known, planted: Iterable[Planted], earlier: Earlier) -> dict[str, str]:
    """The pages of the earlier versions under their names, numbered report by report."""
    pages: dict[str, str] = {}
    for version, document in demo_versions(known, planted, earlier):
        key = version.agency_id, version.year
        place = earlier[key].index(version) + 1
        pages[f"{key[0]}-{key[1]}-v{place}.html"] = _page(key, document, [*planted, version])
    return pages


def _write_files(target: Path, pages: Mapping[str, str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for stale in target.glob("demo-*.html"):
        if stale.name not in pages:
            stale.unlink()
    for name, page in pages.items():
        (target / name).write_text(page, encoding="utf-8", newline="\n")

"""Writes the demo's reports as HTML files: what ``build`` reads like any other report."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annual_reports.demo.documents import ReportKey, demo_documents
from annual_reports.demo.figures import city_figures
from annual_reports.demo.flaws import Planted, read_flaws
from annual_reports.demo.publication import due_on
from annual_reports.export import OfficialReport, write_official_html
from annual_reports.registry import read_registry


@dataclass(frozen=True)
class DemoSummary:
    """What was written: the files, and which reports (agency_id, year) are missing or late.

    ``planted`` are the findings the checks must come to, no more and no fewer.
    """

    agencies: int
    reports: tuple[Path, ...]
    missing: tuple[ReportKey, ...]
    late: tuple[ReportKey, ...]
    planted: tuple[Planted, ...]


def write_demo(target: Path, agencies_csv: Path, flaws_csv: Path) -> DemoSummary:
    """Write every report of the demo into the folder ``target``, the same bytes every time.

    A file is named ``<agency_id>-<year>.html``. Files ``demo-*.html`` of an earlier run
    that are written no longer are removed, all others left alone. Raises InvalidRegistry
    when one of the two CSVs breaks its rules or a flaw names what is not published.
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
    return DemoSummary(
        agencies=len(agencies),
        reports=_write_files(target, documents),
        missing=tuple(sorted(known.keys() - documents.keys())),
        late=tuple(sorted(late)),
        planted=planted,
    )


def _write_files(target: Path, documents: Mapping[ReportKey, OfficialReport]) -> tuple[Path, ...]:
    target.mkdir(parents=True, exist_ok=True)
    paths = {target / f"{key[0]}-{key[1]}.html": document for key, document in documents.items()}
    for stale in set(target.glob("demo-*.html")) - paths.keys():
        stale.unlink()
    for path, document in paths.items():
        path.write_text(write_official_html(document), encoding="utf-8", newline="\n")
    return tuple(paths)

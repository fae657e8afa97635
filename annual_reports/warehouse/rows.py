"""Facts as rows: what each table of the warehouse is filled with, in the order of its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from annual_reports.catalogue import break_years, queries_in
from annual_reports.errors import UnreadableFile
from annual_reports.facts import Report
from annual_reports.form import Form, Table, all_forms
from annual_reports.form.model import Row
from annual_reports.registry import Agency, Registry

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FiledReport:
    """A report with its key and its place among the revisions of its agency and year."""

    report_id: str
    revision: int
    is_current: bool
    report: Report


def file_reports(reports: Sequence[Report]) -> list[FiledReport]:
    """Give every report its key; of several revisions the one published last is current.

    The same bytes under two names are one report.
    """
    distinct = {report.sha256: report for report in reversed(reports)}.values()
    filed: list[FiledReport] = []
    groups: dict[tuple[str, int], list[Report]] = {}
    for report in distinct:
        owner, year = _owner(report), report.identity.year
        if owner is None or year is None:
            filed.append(FiledReport(f"unplaced-{report.sha256[:12]}", 1, False, report))
        else:
            groups.setdefault((owner, year), []).append(report)
    for (owner, year), revisions in groups.items():
        filed.extend(_revisions(f"{owner}-{year}", revisions))
    return sorted(filed, key=lambda entry: entry.report_id)


def _revisions(name: str, reports: list[Report]) -> Iterator[FiledReport]:
    reports.sort(key=lambda report: (report.identity.published_on or date.min, report.path))
    for revision, report in enumerate(reports, start=1):
        report_id = name if revision == 1 else f"{name}-r{revision}"
        yield FiledReport(report_id, revision, revision == len(reports), report)


def agency_rows(registry: Registry, filed: Sequence[FiledReport]) -> Iterator[Values]:
    """The registered agencies, then those that are only known from a report."""
    for agency in registry.agencies:
        yield _agency_row(agency, is_registered=True)
    strangers = {
        owner: entry.report.identity.agency_name or owner
        for entry in filed
        if (owner := _owner(entry.report)) and registry.agency(owner) is None
    }
    for owner, name in sorted(strangers.items()):
        stranger = Agency(owner, name, name, region_path="", level="unknown", kind="other")
        yield _agency_row(stranger, is_registered=False)


def _owner(report: Report) -> str | None:
    """The agency's id, or its printed name where it is not registered."""
    return report.identity.agency_id or report.identity.agency_name


def _agency_row(agency: Agency, *, is_registered: bool) -> Values:
    return (
        agency.agency_id,
        agency.name,
        agency.name_en,
        agency.region_path,
        agency.level,
        agency.kind,
        agency.sector,
        agency.is_consolidated,
        agency.consolidated_into,
        list(agency.former_names),
        list(agency.aliases),
        agency.active_from,
        agency.active_until,
        agency.merged_into,
        is_registered,
        agency.is_demo,
    )


def report_row(filed: FiledReport) -> Values:
    """The row of ``reports``."""
    report, identity = filed.report, filed.report.identity
    return (
        filed.report_id,
        _owner(report),
        identity.year,
        filed.revision,
        filed.is_current,
        identity.form,
        report.title,
        identity.published_on,
        identity.source_url,
        report.path,
        report.format,
        report.sha256,
    )


def cell_rows(filed: FiledReport) -> Iterator[Values]:
    """The rows of ``cells``."""
    for cell in filed.report.cells:
        yield (
            filed.report_id, *cell.key, cell.value, cell.raw,
            cell.status.value, cell.unit, cell.locator,
        )  # fmt: skip


def section_rows(filed: FiledReport) -> Iterator[Values]:
    """The rows of ``sections``."""
    for position, section in enumerate(filed.report.sections, start=1):
        yield filed.report_id, position, section.code, section.heading, section.text


def problem_rows(filed: FiledReport) -> Iterator[Values]:
    """The rows of ``problems``."""
    for position, problem in enumerate(filed.report.problems, start=1):
        yield (
            filed.report_id, position, problem.code,
            problem.found, problem.expected, problem.locator,
        )  # fmt: skip


def evidence_rows(filed: FiledReport) -> Iterator[Values]:
    """The rows of ``evidence``."""
    for position, claim in enumerate(filed.report.identity.evidence, start=1):
        yield filed.report_id, position, claim.field, claim.value, claim.source, claim.text


def refusal_rows(refusals: Sequence[UnreadableFile]) -> Iterator[Values]:
    """The rows of ``refusals``."""
    for refusal in refusals:
        facts = refusal.facts
        yield (
            str(facts["file"]), refusal.code,
            str(facts.get("found", "")), str(facts.get("expected", "")),
        )  # fmt: skip


def rule_rows() -> Iterator[Values]:
    """The rows of ``rules``, from the headers of queries/checks."""
    keys = ("severity", "title_zh", "title_en", "message_zh", "message_en")
    for check in queries_in("checks"):
        yield (check.query_id, *(check.header[key] for key in keys))


def metric_rows() -> Iterator[Values]:
    """The rows of ``metrics``, from the headers of queries/metrics."""
    for metric in queries_in("metrics"):
        header = metric.header
        yield (
            metric.query_id, int(header["position"]), header["title_zh"], header["title_en"],
            header["unit"], header["formula"],
            list(break_years(metric)),
        )  # fmt: skip


def form_cell_rows() -> Iterator[Values]:
    """The rows of ``form_cells``: every form, table, row and column in the official order."""
    for form in all_forms():
        position = 0
        for table in form.tables:
            for row in table.rows:
                for column_code in row.columns:
                    position += 1
                    yield (form.code, position, *_form_cell(form, table, row, column_code))


def _form_cell(form: Form, table: Table, row: Row, column_code: str) -> Values:
    column = table.column(column_code)
    group = next((entry for entry in table.groups if entry.code == row.group), None)
    stand_ins = (entry.code for entry in table.rows if row.code in entry.replaces)
    return (
        table.code,
        row.code,
        column.code,
        row.group,
        table.label_zh,
        table.label_en,
        group.label_zh if group else "",
        group.label_en if group else "",
        row.label_zh,
        row.label_en,
        column.label_zh,
        column.label_en,
        row.kind or column.kind,
        row.unit or column.unit,
        row.is_total or column.is_total,
        form.is_uniform and not row.replaces,
        next(stand_ins, None),
        row.part_of or None,
        list(row.within),
    )

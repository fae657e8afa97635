"""Facts as rows: what each table of the warehouse is filled with, in the order of its columns."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from annual_reports.catalogue import break_years, queries_in, terms
from annual_reports.errors import UnreadableFile
from annual_reports.facts import Evidence, Problem
from annual_reports.form import Form, Table, all_forms
from annual_reports.form.model import Row
from annual_reports.i18n import LANGS
from annual_reports.query_headers import SIDES
from annual_reports.registry import Agency, Registry

Values = tuple[Any, ...]


class Placement(NamedTuple):
    """Where a reading belongs: the file at hand it is of, and whose report that is.

    ``place`` orders the files; ``is_live`` is false for what a replaced file once said.
    ``evidence`` and ``problems`` are those of the agency. Of several reports of an agency and
    year one of higher ``precedence`` is the later revision, whatever their dates.
    """

    key: str
    path: str
    place: int
    is_live: bool
    agency_id: str | None
    agency_name: str | None
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
    precedence: int = 0


def placement_row(placed: Placement) -> Values:
    """The row of ``placements``; an unregistered agency is known by its printed name."""
    owner = placed.agency_id or placed.agency_name
    return (
        placed.key, placed.path, placed.place, placed.is_live,
        owner, placed.agency_name, placed.precedence,
    )  # fmt: skip


def agency_evidence_rows(placed: Placement) -> Iterator[Values]:
    """The rows of ``agency_evidence``."""
    for position, claim in enumerate(placed.evidence, start=1):
        yield placed.key, position, claim.field, claim.value, claim.source, claim.text


def agency_problem_rows(placed: Placement) -> Iterator[Values]:
    """The rows of ``agency_problems``."""
    for position, problem in enumerate(placed.problems, start=1):
        yield (
            placed.key, position, problem.code,
            problem.found, problem.expected, problem.locator,
        )  # fmt: skip


def agency_rows(registry: Registry) -> Iterator[Values]:
    """The registered agencies."""
    for agency in registry.agencies:
        yield _agency_row(agency)


def _agency_row(agency: Agency) -> Values:
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
        True,
        agency.is_demo,
    )


def nonpublication_rows(registry: Registry) -> Iterator[Values]:
    """The rows of ``unpublished_reports``."""
    for entry in registry.unpublished:
        yield (
            entry.agency_id, entry.year, entry.source,
            entry.who, entry.stated_on, entry.note,
        )  # fmt: skip


def refusal_rows(refusals: Sequence[UnreadableFile], registry: Registry) -> Iterator[Values]:
    """The rows of ``refusals``; agency and year are known only from the manifest."""
    for refusal in refusals:
        facts = refusal.facts
        path = str(facts["file"])
        entry = registry.entry_for(refusal.path or Path(path))
        yield (
            path, refusal.code, str(facts.get("found", "")), str(facts.get("expected", "")),
            facts.get("pictures"),
            entry and entry.agency_id, entry and entry.year,
        )  # fmt: skip


def rule_rows() -> Iterator[Values]:
    """The rows of ``rules``, from the headers of queries/checks."""
    keys = (
        "severity",
        *(f"{part}_{lang}" for part in ("title", "message", "ask", "checks") for lang in LANGS),
    )
    for check in queries_in("checks"):
        yield (check.query_id, *(check.header[key] for key in keys))


def metric_rows() -> Iterator[Values]:
    """The rows of ``metrics``, from the headers of queries/metrics."""
    keys = (
        "title_zh", "title_en", "unit", "direction", "formula", "numerator_zh", "numerator_en",
        "denominator_zh", "denominator_en", "caveat_zh", "caveat_en",
    )  # fmt: skip
    for metric in queries_in("metrics"):
        words = (metric.header.get(key) for key in keys)
        position = int(metric.header["position"])
        yield (metric.query_id, position, *words, list(break_years(metric)), metric.sql)


def metric_cell_rows() -> Iterator[Values]:
    """The rows of ``metric_cells``, from the headers of queries/metrics."""
    for metric in queries_in("metrics"):
        for side in SIDES:
            for sign, pattern in terms(metric, side):
                yield metric.query_id, side, sign, *pattern.split("/")


def form_cell_rows() -> Iterator[Values]:
    """The rows of ``form_cells``: every form, table, row and column in the official order."""
    for form in all_forms():
        position = 0
        for table in form.tables:
            for row in table.rows:
                for column_code in row.columns:
                    position += 1
                    yield (form.code, position, *_form_cell(form, table, row, column_code))


def form_section_rows() -> Iterator[Values]:
    """The rows of ``form_sections``: the sections of every form in the official order."""
    for form in all_forms():
        for position, part in enumerate(form.sections, start=1):
            yield form.code, position, part.code, part.label_zh, part.label_en


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

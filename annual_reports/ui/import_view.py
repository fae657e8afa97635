"""One upload of the import page in full: whose it is, what was found, its tables and source."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.extract import with_agency
from annual_reports.facts import Evidence, Report
from annual_reports.form import form_by_code
from annual_reports.importing import Checked, Standing
from annual_reports.registry import Registry
from annual_reports.ui import columns
from annual_reports.ui.identity_view import draw_identity
from annual_reports.ui.keep_view import draw_keep_one
from annual_reports.ui.page import draw_error
from annual_reports.ui.report_view import draw_details, draw_findings
from annual_reports.ui.rules import doubts_with_words, with_places, with_words
from annual_reports.ui.source_view import draw_beside
from annual_reports.ui.tables import draw_table
from annual_reports.ui.uploads import Seen
from annual_reports.ui.words import agency_name, lang, plain, source_name, t

_COLOURS: Final[dict[Standing, Any]] = {
    Standing.READY: "green",
    Standing.DOUBTFUL: "orange",
    Standing.REPLACES: "orange",
    Standing.STRANGER: "orange",
    Standing.NAMELESS: "red",
    Standing.REFUSED: "red",
    Standing.HELD: "gray",
}
_MOST_PROBLEMS: Final = 8
_FACTS: Final = ("agency", "year", "published_on")
_LONGEST_QUOTE: Final = 60


def draw_one(one: Seen, known: Registry) -> None:
    """Identity first, then what may be done with it, then what was read."""
    st.subheader(plain(one.looked.item.shown), anchor=False)
    st.badge(t(f"standing.{one.standing}"), color=_COLOURS[one.standing])
    if one.looked.refusal:
        draw_error(one.looked.refusal)
    if not one.checked or not one.first.report:
        return
    draw_identity(one, with_agency(one.first.report, None, known), known)
    _draw_recognised(one.checked.report)
    _draw_changes(one)
    draw_keep_one(one, known)
    _draw_reading(one, one.checked)


def _draw_recognised(report: Report) -> None:
    """The form, and for each fact the first place that tells it."""
    first = {claim.field: claim for claim in reversed(report.identity.evidence)}
    said = [
        t(
            "import.evidence",
            fact=t(f"fact.{field}"),
            source=_source(first[field].source),
            quote=plain(_short(_quote(first[field]))),
        )
        for field in _FACTS
        if field in first
    ]
    form = form_by_code(report.identity.form or "").label(lang())
    evidence = t("list.semicolon").join(said) or "—"
    st.caption(t("import.recognised", form=form, evidence=evidence))
    if report.identity.year is None:
        st.warning(t("import.no-year"), icon=":material/warning:")


def _quote(claim: Evidence) -> str:
    return claim.value if claim.source == "manifest" else claim.text or claim.value


def _source(code: str) -> str:
    """Before it is imported the manifest's word is what a person said on this page."""
    return t("import.said-here") if code == "manifest" else source_name(code)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _draw_changes(one: Seen) -> None:
    """What this file says otherwise than the one held of the same agency and year."""
    if one.standing is not Standing.REPLACES or not one.checked:
        return
    warehouse = one.checked.warehouse
    changes = warehouse.ask("report_changes", report_id=one.checked.report_id)
    identity = one.checked.report.identity
    facts = {"agency": plain(agency_name(identity.agency_id or "")), "year": identity.year}
    said = t("import.replaces", **facts)
    if changes.empty:
        st.warning(said + t("import.replaces.same"), icon=":material/difference:")
        return
    st.warning(said + t("import.replaces.cells", cells=len(changes)), icon=":material/difference:")
    with st.expander(t("import.changes"), expanded=True):
        draw_table("report_changes", with_places(changes), columns.CHANGED_CELLS, held=warehouse)


def _draw_reading(one: Seen, checked: Checked) -> None:
    warehouse, report_id = checked.warehouse, checked.report_id
    form = checked.report.identity.form or ""
    problems = doubts_with_words(warehouse.ask("report_problems", report_id=report_id))
    _draw_problems(problems)
    findings = with_words(warehouse.ask("report_findings", report_id=report_id))
    draw_findings(findings)
    cells = warehouse.ask("report_cells", report_id=report_id)
    draw_beside(one.looked, form, cells, findings, problems)
    draw_details(report_id, form, cells, warehouse)


def _draw_problems(problems: pd.DataFrame) -> None:
    """Doubts in the reading, each with what would settle it."""
    if problems.empty:
        st.success(t("import.no-problems"), icon=":material/check_circle:")
        return
    lines = []
    for row in problems.head(_MOST_PROBLEMS).to_dict("records"):
        hint = t("import.suggestion", values=row["suggestion"]) if row["suggestion"] else ""
        lines.append(f"- {plain(row['message'] + hint)}")
    left = len(problems) - len(lines)
    more = [t("import.more-problems", more=left)] if left else []
    st.warning("\n".join([t("import.problems"), "", *lines, *more]), icon=":material/help:")

"""One report in full: its tables as on the official form, findings, narrative and source."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.form import form_by_code
from annual_reports.ui import columns
from annual_reports.ui.data import PUBLISHED, Answers, ask
from annual_reports.ui.form_view import cells_with_words, tables_html
from annual_reports.ui.report_choice import heading_of
from annual_reports.ui.revision_view import draw_revisions
from annual_reports.ui.rules import doubts_with_words, with_places, with_words
from annual_reports.ui.stated_view import stated_html
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import day, lang, plain, short_path, t, web_address

_SPELLED_OUT: Final = 3


def draw_report(report: Any) -> None:
    """Everything that is held of one report."""
    report_id = report["report_id"]
    st.subheader(heading_of(report), anchor=False)
    _draw_source(report)
    cells = ask("report_cells", report_id=report_id)
    findings = with_words(ask("report_findings", report_id=report_id))
    draw_findings(findings)
    st.caption(t("report.legend"))
    for _, html in tables_html(report["form"], cells, findings, is_held=True):
        st.html(html)
    _draw_corrections(report_id)
    draw_revisions(report)
    draw_details(report_id, report["form"], cells)


def _draw_corrections(report_id: str) -> None:
    """Cells that count with another value than the one printed, and why."""
    corrected = ask("report_corrections", report_id=report_id)
    if corrected.empty:
        return
    st.markdown(t("report.corrections", n=len(corrected)))
    draw_table("report_corrections", with_places(corrected), columns.CORRECTIONS)


def draw_details(
    report_id: str, form_code: str, cells: pd.DataFrame, held: Answers = PUBLISHED
) -> None:
    """What stands below the tables of a report: its cells one by one, narrative, evidence."""
    fold = _fold("cells", report_id)
    if fold.open:
        with fold:
            draw_table("report_cells", cells_with_words(cells), columns.CELLS, held=held)
    _draw_narrative(report_id, form_code, held)
    _draw_evidence(report_id, held)


def _draw_source(report: Any) -> None:
    facts = {
        "form": form_by_code(report["form"]).label(lang()),
        "published": day(report["published_on"]),
        "file": plain(short_path(report["path"])),
    }
    st.caption(t("report.source", **facts))
    if isinstance(report["source_url"], str) and report["source_url"]:
        st.caption(t("report.address", url=web_address(report["source_url"])))


def draw_findings(findings: pd.DataFrame) -> None:
    """What the checks object to, in words."""
    if findings.empty:
        st.success(t("report.no-findings"), icon=":material/check_circle:")
        return
    grouped = findings.groupby(["severity", "title"], sort=False)
    lines = [_rule_line(group) for _, group in grouped]
    st.warning("\n".join(lines), icon=":material/priority_high:")


def _rule_line(group: pd.DataFrame) -> str:
    """What one rule objects to, the first few places spelled out."""
    first = group.iloc[0]
    said = [
        f"{row['place']}{t('list.colon')}{row['message']}"
        for row in group.head(_SPELLED_OUT).to_dict("records")
    ]
    left = len(group) - len(said)
    more = t("report.more-findings", more=left) if left else ""
    named = f"**{t('severity.' + first['severity'])} · {first['title']}**"
    return f"- {named}{t('list.colon')}{t('list.semicolon').join(said)}{more}"


def _draw_narrative(report_id: str, form_code: str, held: Answers) -> None:
    sections = held.ask("report_sections", report_id=report_id)
    st.subheader(t("report.narrative"), anchor=False)
    if not (sections["body"].str.strip() != "").any():
        st.info(t("report.no-narrative"), icon=":material/info:")
        return
    _draw_stated(report_id, held)
    labels = {part.code: part.label(lang()) for part in form_by_code(form_code).sections}
    for section in sections.to_dict("records"):
        with st.expander(labels[section["section_code"]], expanded=section["position"] == 1):
            st.text(section["body"] or t("report.empty-section"))


def _draw_stated(report_id: str, held: Answers) -> None:
    """The figures the text states, beside those of the tables."""
    figures = held.ask("report_stated_figures", report_id=report_id)
    st.markdown(f"**{t('report.stated')}**")
    if figures.empty:
        st.caption(t("report.stated.none"))
        return
    st.caption(t("report.stated.legend"))
    st.html(stated_html(figures))
    fold = _fold("stated.data", report_id)
    if fold.open:
        with fold:
            shown = figures.assign(stated=figures["value"])
            draw_table("report_stated_figures", shown, columns.STATED, held=held)


def _fold(name: str, report_id: str) -> Any:
    """A fold for tables, which are made only when it is opened."""
    return st.expander(t(f"report.{name}"), key=f"fold_{name}_{report_id}", on_change="rerun")


def _draw_evidence(report_id: str, held: Answers) -> None:
    fold = _fold("evidence", report_id)
    if not fold.open:
        return
    with fold:
        evidence = held.ask("report_evidence", report_id=report_id)
        draw_table("report_evidence", evidence, columns.EVIDENCE, held=held)
        problems = doubts_with_words(held.ask("report_problems", report_id=report_id))
        if not problems.empty:
            draw_table("report_problems", problems, columns.REPORT_PROBLEMS, held=held)
